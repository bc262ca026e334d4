using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Playground;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Web.Tests.Playground;

/// <summary>Two small organisations on a port of their own, with a bot that only listens.</summary>
public sealed class TeamsTownFixture : IAsyncLifetime
{
    public const string Ada = "Ada Finch", Owen = "Owen Price";

    readonly HttpClient _http = new();
    ListeningBot? _bot;
    TownServer? _server;
    string? _bearer;

    internal ListeningBot Bot => _bot!;

    public TeamsTown Town { get; private set; } = null!;

    public TeamsTenant Homes => Town.Options.Tenants[0];

    public async ValueTask InitializeAsync()
    {
        _bot = await ListeningBot.StartAsync();
        Town = new TeamsTown(new TeamsTownOptions
        {
            Tenants =
            [
                new TeamsTenant("11111111-0000-4000-8000-000000000001", "Homes", "aaaaaaaa-0000-4000-8000-000000000001", "secret one")
                {
                    People = [new TeamsPerson("00000000-0000-4000-8000-00000000000a", "29:1ada", Ada)],
                    Rooms = [new TeamsRoom("19:chan@thread.tacv2", "General", "19:team@thread.tacv2", "Homes team", ["29:1ada"])],
                },
                new TeamsTenant("22222222-0000-4000-8000-000000000002", "Council", "bbbbbbbb-0000-4000-8000-000000000002", "secret two")
                {
                    People = [new TeamsPerson("00000000-0000-4000-8000-00000000000b", "29:1owen", Owen)],
                },
            ],
        }, _http, new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)))
        { BotAddress = _bot.Address };
        _server = await TownServer.StartAsync(null, Town, TestContext.Current.CancellationToken);
        await Town.InstallsAsync(Ada, TestContext.Current.CancellationToken);
    }

    public async Task<(int Status, JsonElement Body)> TokenAsync(string tenant, string client, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
            ["scope"] = "https://api.botframework.com/.default",
        });
        using var response = await _http.PostAsync(new Uri(Town.OwnAddress!, tenant + "/oauth2/v2.0/token"), form, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>Calls the Connector as the first tenant's bot.</summary>
    public async Task<(int Status, string Body)> CallAsync(HttpMethod method, string path, string? json, string? bearer = null)
    {
        _bearer ??= (await TokenAsync(Homes.TenantId, Homes.AppId, "secret one")).Body.At("access_token");
        using var request = new HttpRequestMessage(method, new Uri(Town.ServiceUrl, "v3/conversations" + path));
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer ?? _bearer);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(int Status, string Body)> SendCardAsync(string card) => CallAsync(HttpMethod.Post, $"/{Uri.EscapeDataString(Town.Person(Ada).Chat)}/activities",
        $$"""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}}}]}""");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_bot is not null) await _bot.DisposeAsync();
        Town.Dispose();
        _http.Dispose();
    }
}
