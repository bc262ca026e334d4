using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PartnershipBot.Playground.Teams;

/// <summary>Both directions' tokens: what the service shows the bot, and what the bot shows the Connector. Both live by the system's clock.</summary>
internal sealed class TeamsTokens : IDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const int BotTokenSeconds = 3599;

    readonly RSA _rsa = RSA.Create(2048);
    readonly RsaSecurityKey _key;
    readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };
    readonly ConcurrentDictionary<string, (string AppId, DateTimeOffset Until)> _bearers = new();

    public TeamsTokens() => _key = new RsaSecurityKey(_rsa) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(10)) };

    /// <summary>A token of the service for the bot with this app id.</summary>
    public string ForBot(string appId, string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = appId,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    public object KeySet()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", kid = _key.KeyId, alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent),
                    endorsements = new[] { "msteams" },
                },
            },
        };
    }

    /// <summary>A fresh bearer for the Connector.</summary>
    public string ForConnector(string appId)
    {
        var bearer = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _bearers[bearer] = (appId, TimeProvider.System.GetUtcNow().AddSeconds(BotTokenSeconds));
        return bearer;
    }

    /// <summary>Whose bearer this is; null when it is nobody's or has run out.</summary>
    public string? AppIdOf(string bearer) =>
        _bearers.TryGetValue(bearer, out var known) && known.Until > TimeProvider.System.GetUtcNow() ? known.AppId : null;

    public void Dispose() => _rsa.Dispose();
}
