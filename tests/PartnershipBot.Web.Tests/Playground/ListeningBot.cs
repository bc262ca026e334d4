using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Tests.Playground;

/// <summary>Keeps what a town sends and answers as told.</summary>
sealed class ListeningBot : IAsyncDisposable
{
    readonly WebApplication _app;

    ListeningBot(WebApplication app) => _app = app;

    public ConcurrentQueue<Heard> Heard { get; } = new();

    public Func<Heard, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    public Uri Address => new(_app.Urls.First());

    public Heard Last => Heard.Last();

    public static async Task<ListeningBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var bot = new ListeningBot(app);
        app.MapFallback(bot.ListenAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    async Task ListenAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var heard = new Heard(
            http.Request.Path, await reader.ReadToEndAsync(http.RequestAborted), http.Request.ContentType ?? "",
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Heard.Enqueue(heard);
        var (status, body) = Answer(heard);
        http.Response.StatusCode = status;
        if (body.Length > 0) await http.Response.WriteAsync(body, http.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

sealed record Heard(string Path, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The JSON that came, also out of a form's payload field.</summary>
    public System.Text.Json.JsonElement Json()
    {
        var text = Body.StartsWith("payload=", StringComparison.Ordinal) ? System.Net.WebUtility.UrlDecode(Body["payload=".Length..]) : Body;
        using var document = System.Text.Json.JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
