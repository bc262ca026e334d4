using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PartnershipBot.Web.Teams;

/// <summary>Who is let in: the service that speaks for Teams, to one of our bots, about that bot's own tenant.</summary>
internal sealed class TeamsAuth(
    IOptionsMonitor<TeamsOptions> options, SigningKeys keys, CheckedTokens passed, ServiceAddress addresses, ILogger<TeamsAuth> log)
{
    public const string Channel = "msteams";

    /// <summary>Microsoft's Agents Playground pretends to be this tenant, unless it is told otherwise.</summary>
    public const string PlaygroundTenant = "00000000-0000-0000-0000-0000000000001";

    /// <summary>Stands in for an app id where the Agents Playground speaks without a token.</summary>
    public const string PlaygroundApp = "agents-playground";

    const string Issuer = "https://api.botframework.com";
    const int LongestToken = 16 * 1024;
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Looks at the request before its body is read.</summary>
    /// <returns>Null when it is refused: 401.</returns>
    public async Task<TeamsCaller?> CallerAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count == 0 && IsLocalPlayground(http)) return new TeamsCaller(PlaygroundApp, PlaygroundTenant, null);
        var settings = options.CurrentValue;
        if (settings.Bots.Count == 0) return Refuse(Refusal.NotConfigured);
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Refuse(Refusal.NoToken);

        var token = value["Bearer ".Length..].Trim();
        var facts = passed.Find(token, settings.OpenIdMetadata) ?? await CheckAsync(token, settings, http.RequestAborted);
        if (facts is null) return null;
        if (settings.Bot(facts.AppId) is not { } bot) return Refuse(Refusal.WrongAudience);
        return facts.Endorsed ? new TeamsCaller(bot.AppId.ToLowerInvariant(), bot.TenantId.ToLowerInvariant(), facts.ServiceUrl) : Refuse(Refusal.NotEndorsed);
    }

    /// <summary>Looks at what the caller says: 200 to go on, 401 when it is not what its token is for, 403 when it is about somebody else's tenant.</summary>
    public int Admit(TeamsCaller caller, TeamsActivity activity)
    {
        if (activity.ChannelId != Channel) return Refuse(Refusal.WrongChannel, StatusCodes.Status401Unauthorized);
        if (caller.ServiceUrl is null)
        {
            if (addresses.LocalPlayground(activity.ServiceUrl) is null) return Refuse(Refusal.WrongServiceUrl, StatusCodes.Status401Unauthorized);
        }
        else
        {
            if (!ServiceAddress.Same(caller.ServiceUrl, activity.ServiceUrl)) return Refuse(Refusal.WrongServiceUrl, StatusCodes.Status401Unauthorized);
            if (addresses.Allowed(activity.ServiceUrl) is null) return Refuse(Refusal.ServiceHostNotAllowed, StatusCodes.Status403Forbidden);
        }
        string[] said = [activity.ChannelTenant, activity.ConversationTenant];
        return said.Any(tenant => tenant.Length > 0) && said.All(tenant => tenant.Length == 0 || string.Equals(tenant, caller.Tenant, StringComparison.OrdinalIgnoreCase))
            ? StatusCodes.Status200OK
            : Refuse(Refusal.WrongTenant, StatusCodes.Status403Forbidden);
    }

    async Task<CheckedToken?> CheckAsync(string text, TeamsOptions settings, CancellationToken cancel)
    {
        if (Read(text) is not { } token) return Say(Refusal.NotAToken);
        if (token.Alg != SecurityAlgorithms.RsaSha256 || string.IsNullOrEmpty(token.Kid)) return Say(Refusal.WrongAlgorithm);
        if (token.Issuer != Issuer) return Say(Refusal.WrongIssuer);
        if (token.Audiences.ToArray() is not [var audience] || settings.Bot(audience) is null) return Say(Refusal.WrongAudience);
        if (!token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) || string.IsNullOrEmpty(serviceUrl)) return Say(Refusal.NoServiceUrl);
        if (await keys.FindAsync(token.Kid, cancel) is not { } key) return Say(keys.Any ? Refusal.UnknownKey : Refusal.NoKeys);

        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
        });
        if (!result.IsValid) return Say(result.Exception is SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException
            ? Refusal.WrongTime : Refusal.WrongSignature);
        var facts = new CheckedToken(audience, serviceUrl, key.Endorsements.Contains(Channel), new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
        passed.Keep(text, settings.OpenIdMetadata, facts);
        return facts;
    }

    static JsonWebToken? Read(string text)
    {
        if (text.Length is 0 or > LongestToken || text.Count(c => c == '.') != 2) return null;
        try
        {
            var token = new JsonWebToken(text);
            return token.TryGetHeaderValue<object>("crit", out _) ? null : token;
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException or InvalidOperationException or OverflowException)
        {
            return null; // Whatever a stranger sent, it is not a token.
        }
    }

    /// <summary>A page of another site cannot get here: the body must be application/json, which a browser asks about first, and that question is not answered.</summary>
    bool IsLocalPlayground(HttpContext http) =>
        addresses.LetsPlaygroundIn
        && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && http.Request.Host.Host is "localhost" or "127.0.0.1"
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    TeamsCaller? Refuse(Refusal reason)
    {
        log.Refused(reason);
        return null;
    }

    int Refuse(Refusal reason, int status)
    {
        log.Refused(reason);
        return status;
    }

    CheckedToken? Say(Refusal reason)
    {
        log.Refused(reason);
        return null;
    }
}

/// <param name="AppId">The bot that is spoken to, lower case.</param>
/// <param name="Tenant">The only tenant it may be about, lower case.</param>
/// <param name="ServiceUrl">The address the token speaks for; null for the Agents Playground, which has no token.</param>
internal sealed record TeamsCaller(string AppId, string Tenant, string? ServiceUrl);

internal enum Refusal
{
    NotConfigured, NoToken, NotAToken, WrongAlgorithm, WrongIssuer, WrongAudience, NoServiceUrl, NoKeys, UnknownKey, WrongSignature, WrongTime,
    NotEndorsed, WrongChannel, WrongServiceUrl, ServiceHostNotAllowed, WrongTenant,
}
