using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Playground;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Web.Tests.Playground;

/// <summary>A small workspace on a port of its own, with a bot that only listens.</summary>
public sealed class SlackTownFixture : IAsyncLifetime
{
    readonly HttpClient _http = new();
    ListeningBot? _bot;
    TownServer? _server;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    internal ListeningBot Bot => _bot!;

    public SlackTown Town { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await ListeningBot.StartAsync();
        Town = new SlackTown(new SlackTownOptions
        {
            SigningSecret = "a secret for signing",
            BotToken = "xoxb-town",
            People = [new SlackPerson("U01NIA", "Nia Roberts"), new SlackPerson("U02TOM", "Tom Doyle", "Europe/Dublin", "en-IE")],
            Rooms = [new SlackRoom("C01GENERAL", "general", ["U01NIA", "U02TOM", "U0PARTBOT1"]), new SlackRoom("C02QUIET", "quiet", ["U01NIA"])],
        }, _http, Time)
        { BotAddress = _bot.Address };
        _server = await TownServer.StartAsync(Town, null, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> CallAsync(string method, object arguments, string? bearer = "xoxb-town")
    {
        using var response = await SendAsync(method, JsonContent.Create(arguments), bearer);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, HttpContent body, string? bearer = "xoxb-town")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Town.OwnAddress!, "api/" + method)) { Content = body };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_bot is not null) await _bot.DisposeAsync();
        _http.Dispose();
    }
}

static class JsonReading
{
    public static string? Error(this JsonElement reply) => reply.GetProperty("ok").GetBoolean() ? null : reply.GetProperty("error").GetString();

    public static string At(this JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) value = value.GetProperty(name);
        return value.ToString();
    }
}
