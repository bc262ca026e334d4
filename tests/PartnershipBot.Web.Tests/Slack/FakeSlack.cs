using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Tests.Slack;

/// <param name="Token">Without "Bearer ".</param>
internal sealed record SlackCall(string Method, string Token, string ContentType, JsonObject Arguments);

/// <summary>A Slack Web API that says yes, and notes what it was told. A test may give any method another answer.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<SlackCall> calls = new();
    int posted;

    FakeSlack()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/api/{method}", AnswerAsync);
    }

    /// <summary>As Slack:ApiUrl.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/";

    /// <summary>By method: what to answer in place of yes. Null from it means yes after all.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task<string?>>> Answers { get; } = new();

    public IReadOnlyList<SlackCall> Calls => [.. calls];

    public static async Task<FakeSlack> StartAsync(CancellationToken cancel)
    {
        var slack = new FakeSlack();
        await slack.app.StartAsync(cancel);
        return slack;
    }

    public IReadOnlyList<SlackCall> To(string method) => [.. calls.Where(call => call.Method == method)];

    /// <summary>Answers this method with <c>{"ok":false,"error":"..."}</c>.</summary>
    public void Refuse(string method, string error) => Answers[method] = _ => Task.FromResult<string?>($$"""{"ok":false,"error":"{{error}}"}""");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task AnswerAsync(HttpContext http, string method)
    {
        var call = new SlackCall(method, http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), http.Request.ContentType ?? "", await ArgumentsAsync(http.Request));
        calls.Enqueue(call);
        var answer = Answers.TryGetValue(method, out var other) ? await other(http) : null;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer ?? Yes(call));
    }

    static async Task<JsonObject> ArgumentsAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        var form = await request.ReadFormAsync();
        return new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));
    }

    string Yes(SlackCall call)
    {
        var channel = call.Arguments["channel"]?.GetValue<string>() ?? "";
        if (channel.StartsWith('U') || channel.StartsWith('W')) channel = "D" + channel[1..];
        var ts = string.Create(CultureInfo.InvariantCulture, $"1795600000.{Interlocked.Increment(ref posted):D6}");
        return call.Method switch
        {
            "chat.postMessage" => $$"""{"ok":true,"channel":"{{channel}}","ts":"{{ts}}"}""",
            "chat.update" => $$"""{"ok":true,"channel":"{{channel}}","ts":"{{call.Arguments["ts"]}}","text":""}""",
            "auth.test" => """{"ok":true,"url":"https://harbour.slack.example/","team":"Harbour Homes","user":"bridge","team_id":"T0HARBOUR","user_id":"U0BOT","bot_id":"B0BOT","is_enterprise_install":false}""",
            "users.info" => """{"ok":true,"user":{"id":"U0NIA","tz":"Europe/London","locale":"en-GB","real_name":"Nia Rees","profile":{"display_name":"Nia","real_name":"Nia Rees"}}}""",
            _ => """{"ok":true}""",
        };
    }
}
