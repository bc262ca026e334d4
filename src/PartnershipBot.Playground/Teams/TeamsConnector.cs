using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartnershipBot.Playground.Teams;

/// <summary>Serves the town over HTTP: the Connector, the token address and the signing keys.</summary>
public static class TeamsConnector
{
    /// <summary>Maps <c>{prefix}/_connector/v3/...</c>, <c>{prefix}/v1/.well-known/...</c> and <c>{prefix}/{tenant}/oauth2/v2.0/token</c>.</summary>
    public static IEndpointRouteBuilder MapTeamsTown(this IEndpointRouteBuilder routes, string prefix, TeamsTown town)
    {
        var group = routes.MapGroup(prefix);
        group.MapGet("/v1/.well-known/openidconfiguration", http => TeamsIdentity.MetadataAsync(town, http));
        group.MapGet("/v1/.well-known/keys", http => TeamsIdentity.KeysAsync(town, http));
        group.MapPost("/{tenant}/oauth2/v2.0/token", (HttpContext http, string tenant) => TeamsIdentity.TokenAsync(town, http, tenant));

        var work = new TeamsConnectorWork(town);
        var connector = group.MapGroup("/_connector/v3/conversations");
        connector.MapPost("", http => HandleAsync(town, http, "create", "", work.Create));
        connector.MapPost("/{cid}/activities", (HttpContext http, string cid) => HandleAsync(town, http, "send", cid, work.Send));
        connector.MapPost("/{cid}/activities/{aid}", (HttpContext http, string cid, string aid) => HandleAsync(town, http, "reply", cid, work.Send));
        connector.MapPut("/{cid}/activities/{aid}", (HttpContext http, string cid, string aid) => HandleAsync(town, http, "update", cid, call => work.Update(call, aid)));
        connector.MapDelete("/{cid}/activities/{aid}", (HttpContext http, string cid, string aid) => HandleAsync(town, http, "delete", cid, call => work.Delete(call, aid)));
        connector.MapGet("/{cid}/members", (HttpContext http, string cid) => HandleAsync(town, http, "members", cid, TeamsRoster.Members));
        connector.MapGet("/{cid}/members/{id}", (HttpContext http, string cid, string id) => HandleAsync(town, http, "member", cid, call => TeamsRoster.Member(call, id)));
        connector.MapGet("/{cid}/pagedmembers", (HttpContext http, string cid) => HandleAsync(town, http, "pagedmembers", cid,
            call => TeamsRoster.PagedMembers(call, http.Request.Query["pageSize"], http.Request.Query["continuationToken"])));
        return routes;
    }

    internal static async Task HandleAsync(TeamsTown town, HttpContext http, string operation, string cid, Func<ConnectorCall, ConnectorReply> work)
    {
        var fault = town.Fault?.Invoke(operation);
        var faultBody = fault?.Status is 429
            ? """{"error":{"code":"Throttled","message":"Too many requests."}}""" : """{"error":{"code":"ServiceError","message":"The service failed."}}""";
        if (fault is { AfterEffect: false })
        {
            await fault.AnswerAsync(http, faultBody);
            return;
        }
        var (body, readable) = await BodyAsync(http);
        var reply = Answer(town, http, cid, body, readable, work);
        town.State.Called(new TeamsCall(operation, cid, body, reply.Status));
        if (fault is not null) await fault.AnswerAsync(http, faultBody);
        else await WriteAsync(http, reply);
    }

    static ConnectorReply Answer(TeamsTown town, HttpContext http, string cid, JsonElement body, bool readable, Func<ConnectorCall, ConnectorReply> work)
    {
        var bearer = http.Request.Headers.Authorization.ToString();
        var appId = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? town.Tokens.AppIdOf(bearer["Bearer ".Length..]) : null;
        if (appId is null) return new ConnectorReply(401, new { message = "Authorization has been denied for this request." });
        if (!readable) return ConnectorReply.Error(400, "BadSyntax", "The body is not a JSON object.");
        if (cid.Length is 0) return work(new ConnectorCall(appId, null, body));
        if (TeamsPlace.Find(town.Options, cid) is not { } place) return ConnectorReply.Error(404, "ConversationNotFound", "Conversation not found.");
        if (place.Tenant.AppId != appId || !town.State.Installed(place.Conversation))
            return ConnectorReply.Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        return work(new ConnectorCall(appId, place, body));
    }

    static async Task<(JsonElement Body, bool Readable)> BodyAsync(HttpContext http)
    {
        var empty = JsonSerializer.SerializeToElement(new { });
        if (http.Request.Method is "GET" or "DELETE") return (empty, true);
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return document.RootElement.ValueKind is JsonValueKind.Object ? (document.RootElement.Clone(), true) : (empty, false);
        }
        catch (JsonException)
        {
            return (empty, false);
        }
    }

    internal static async Task WriteAsync(HttpContext http, ConnectorReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.Headers["MS-CV"] = http.TraceIdentifier;
        if (reply.Body is not null) await http.Response.WriteAsJsonAsync(reply.Body, http.RequestAborted);
    }
}

/// <param name="AppId">The bot that calls.</param>
/// <param name="Place">Null when the call names no conversation.</param>
internal sealed record ConnectorCall(string AppId, TeamsPlace? Place, JsonElement Body);

internal sealed record ConnectorReply(int Status, object? Body)
{
    public static ConnectorReply Error(int status, string code, string message) => new(status, new { error = new { code, message } });
}
