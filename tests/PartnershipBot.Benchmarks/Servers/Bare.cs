using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PartnershipBot.Tests.Shared;

namespace PartnershipBot.Benchmarks.Servers;

/// <summary>What HTTP and the signature alone cost: checks who calls, reads nothing, keeps nothing, answers 200.</summary>
internal static class Bare
{
    /// <summary>The keys to check tokens with, as JSON.</summary>
    public const string KeysVariable = "BENCHMARK_KEYS";

    static readonly byte[] Secret = Encoding.UTF8.GetBytes(PretendPlatforms.SlackSecret);
    static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };
    static readonly ConcurrentDictionary<string, bool> Passed = new();

    public static async Task<int> RunAsync(int port)
    {
        var keys = JsonWebKeySet.Create(Environment.GetEnvironmentVariable(KeysVariable)!);
        var parameters = new TokenValidationParameters { ValidIssuer = PretendPlatforms.TeamsIssuer, ValidAudience = PretendPlatforms.TeamsApp, IssuerSigningKeys = keys.GetSigningKeys() };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.MapPost("/slack/interactions", SlackAsync);
        app.MapPost("/api/messages", (HttpContext http) => TeamsAsync(http, parameters));
        await app.RunAsync();
        return 0;
    }

    static async Task SlackAsync(HttpContext http)
    {
        var time = http.Request.Headers["X-Slack-Request-Timestamp"].ToString();
        var signed = new byte[4 + time.Length + (int)http.Request.ContentLength!.Value];
        Encoding.ASCII.GetBytes($"v0:{time}:", signed);
        await http.Request.Body.ReadExactlyAsync(signed.AsMemory(4 + time.Length));
        var late = Math.Abs(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(time, CultureInfo.InvariantCulture)) > 300;
        var expected = Encoding.ASCII.GetBytes("v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Secret, signed)));
        var right = CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(http.Request.Headers["X-Slack-Signature"].ToString()));
        http.Response.StatusCode = right && !late ? 200 : 401;
    }

    // A token that passed is known again by its hash, as in the bot.
    static async Task TeamsAsync(HttpContext http, TokenValidationParameters parameters)
    {
        var token = http.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        if (!Passed.ContainsKey(hash))
        {
            if (!(await Tokens.ValidateTokenAsync(token, parameters)).IsValid)
            {
                http.Response.StatusCode = 401;
                return;
            }
            Passed[hash] = true;
        }
        var body = new byte[(int)http.Request.ContentLength!.Value];
        await http.Request.Body.ReadExactlyAsync(body);
    }
}
