using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Stands in for Microsoft's side on a port of this machine: the keys, the token service and the Connector.</summary>
internal sealed class TeamsService : IAsyncDisposable
{
    readonly WebApplication app;
    int keyReads, tokenReads, sent;

    TeamsService(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    public string ServiceUrl => $"{Address}/connector/";

    public string Metadata => $"{Address}/v1/.well-known/openidconfiguration";

    public Signer Signer { get; } = new("key-1", "msteams");

    public ConcurrentDictionary<string, JsonObject> ListedKeys { get; } = new();

    /// <summary>Answers the list of keys with an error while true.</summary>
    public bool KeysAreDown { get; set; }

    /// <summary>Holds the list of keys back until it is completed; null to answer at once.</summary>
    public TaskCompletionSource? KeysWait { get; set; }

    public int KeyReads => keyReads;

    public int TokenReads => tokenReads;

    /// <summary>Status of the token service's answers.</summary>
    public int TokenStatus { get; set; } = 200;

    /// <summary>What came in at the Connector, in order.</summary>
    public ConcurrentQueue<ConnectorRequest> Requests { get; } = new();

    /// <summary>Answers of the Connector that come before its usual ones.</summary>
    public ConcurrentQueue<ConnectorAnswer> Planned { get; } = new();

    public static async Task<TeamsService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new TeamsService(builder.Build());
        service.ListedKeys[service.Signer.Kid] = service.Signer.Listed;
        service.Map();
        await service.app.StartAsync();
        service.Address = service.app.Urls.Single();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        KeysWait?.TrySetResult();
        await app.DisposeAsync();
        Signer.Dispose();
    }

    void Map()
    {
        app.MapGet("/v1/.well-known/openidconfiguration", async () =>
        {
            Interlocked.Increment(ref keyReads);
            if (KeysWait is { } wait) await wait.Task;
            return KeysAreDown ? Results.StatusCode(503) : Json(new JsonObject { ["issuer"] = Signer.Issuer, ["jwks_uri"] = $"{Address}/v1/.well-known/keys" });
        });
        app.MapGet("/v1/.well-known/keys", () => Json(new JsonObject { ["keys"] = new JsonArray([.. ListedKeys.Values.Select(key => key.DeepClone())]) }));
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", async (string tenant, HttpRequest request) =>
        {
            var number = Interlocked.Increment(ref tokenReads);
            var form = await request.ReadFormAsync();
            if (TokenStatus != 200) return Results.Json(new { error = "invalid_client", error_description = "no" }, statusCode: TokenStatus);
            return Results.Json(new Dictionary<string, object>
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = 3599,
                ["ext_expires_in"] = 3599,
                ["access_token"] = $"token-{number}|{tenant}|{form["client_id"]}|{form["scope"]}",
            });
        });
        app.Map("/connector/{**path}", async (HttpContext http, string path) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            Requests.Enqueue(new(http.Request.Method, http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget, http.Request.Headers.Authorization.ToString(), body.Length == 0 ? null : JsonNode.Parse(body)));
            if (Planned.TryDequeue(out var planned))
            {
                if (planned.Status == 0)
                {
                    http.Abort();
                    return Results.Empty;
                }
                if (planned.RetryAfter is { } wait) http.Response.Headers.RetryAfter = wait;
                if (planned.Location is { } location) http.Response.Headers.Location = location;
                return Results.Text(planned.Body, "application/json", statusCode: planned.Status);
            }
            if (path == "v3/conversations") return Results.Json(new { id = "a:made" }, statusCode: 201);
            if (path.Contains("/members/", StringComparison.Ordinal)) return Results.Json(new { id = "29:sam", name = "Sam Reed" });
            return Results.Json(new { id = $"sent-{Interlocked.Increment(ref sent)}" }, statusCode: http.Request.Method == "POST" ? 201 : 200);
        });
    }

    static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json");
}

/// <param name="Target">Path and query as they came, still escaped.</param>
internal sealed record ConnectorRequest(string Method, string Target, string Authorization, JsonNode? Body);

/// <param name="Status">0 breaks the connection off.</param>
internal sealed record ConnectorAnswer(int Status, string Body = "", string? RetryAfter = null, string? Location = null);
