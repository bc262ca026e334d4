using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>A key of the service, and tokens signed with it, good ones and bad ones, made by hand.</summary>
internal sealed class Signer(string kid, params string[] endorsements) : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    readonly RSA rsa = RSA.Create(2048);

    public string Kid { get; } = kid;

    /// <summary>As it stands in the service's list of keys.</summary>
    public JsonObject Listed
    {
        get
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Kid,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
                ["endorsements"] = new JsonArray([.. endorsements.Select(name => (JsonNode)name)]),
            };
        }
    }

    public static JsonObject Payload(string appId, string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject { ["serviceurl"] = serviceUrl, ["nbf"] = now - 10, ["exp"] = now + 3590, ["iss"] = Issuer, ["aud"] = appId };
    }

    public string Token(string appId, string serviceUrl) => Token(Payload(appId, serviceUrl));

    public string Token(JsonNode payload, JsonNode? header = null)
    {
        header ??= Header();
        var text = $"{Part(header.ToJsonString())}.{Part(payload.ToJsonString())}";
        return $"{text}.{Base64Url.EncodeToString(Sign(text, header["alg"]?.GetValue<string>()))}";
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["kid"] = Kid, ["typ"] = "JWT" };

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public void Dispose() => rsa.Dispose();

    byte[] Sign(string text, string? algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return algorithm switch
        {
            "none" => [],
            // The classic confusion: the public key taken as the secret of an HMAC.
            "HS256" => HMACSHA256.HashData(rsa.ExportSubjectPublicKeyInfo(), bytes),
            "RS384" => rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }
}
