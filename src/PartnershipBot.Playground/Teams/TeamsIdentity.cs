using Microsoft.AspNetCore.Http;

namespace PartnershipBot.Playground.Teams;

/// <summary>The two identity services: the one whose keys sign what reaches the bot, and the one that gives the bot its own tokens.</summary>
internal static class TeamsIdentity
{
    public static Task MetadataAsync(TeamsTown town, HttpContext http) => AnswerAsync(town, http, "metadata", () => new ConnectorReply(200, new
    {
        issuer = TeamsTokens.Issuer,
        authorization_endpoint = "https://invalid.botframework.com",
        jwks_uri = new Uri(town.Own, "v1/.well-known/keys").ToString(),
        id_token_signing_alg_values_supported = new[] { "RS256" },
        token_endpoint_auth_methods_supported = new[] { "private_key_jwt" },
    }));

    public static Task KeysAsync(TeamsTown town, HttpContext http) => AnswerAsync(town, http, "keys", () => new ConnectorReply(200, town.Tokens.KeySet()));

    public static async Task TokenAsync(TeamsTown town, HttpContext http, string tenantId)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        await AnswerAsync(town, http, "token", () =>
        {
            var tenant = town.Options.Tenants.FirstOrDefault(known => known.TenantId == tenantId);
            if (tenant is null || form["client_id"] != tenant.AppId) return Refusal(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
            if (form["grant_type"] != "client_credentials") return Refusal(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
            if (form["client_secret"] != tenant.ClientSecret) return Refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
            return form["scope"] != "https://api.botframework.com/.default"
                ? Refusal(400, "invalid_scope", "AADSTS70011: The provided value for scope is not valid.")
                : new ConnectorReply(200, new
                {
                    token_type = "Bearer",
                    expires_in = TeamsTokens.BotTokenSeconds,
                    ext_expires_in = TeamsTokens.BotTokenSeconds,
                    access_token = town.Tokens.ForConnector(tenant.AppId),
                });
        });
    }

    static async Task AnswerAsync(TeamsTown town, HttpContext http, string operation, Func<ConnectorReply> work)
    {
        var fault = town.Fault?.Invoke(operation);
        var reply = fault is { AfterEffect: false } ? null : work();
        town.State.Called(new TeamsCall(operation, "", System.Text.Json.JsonSerializer.SerializeToElement(new { }), reply?.Status ?? fault!.Status));
        if (fault is not null) await fault.AnswerAsync(http, "{}");
        else await TeamsConnector.WriteAsync(http, reply!);
    }

    static ConnectorReply Refusal(int status, string error, string description) => new(status, new { error, error_description = description });
}
