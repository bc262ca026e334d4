using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Teams;

/// <summary>Brings activities to the bot, each with a token of the service.</summary>
internal sealed class TeamsDelivery(HttpClient http, TeamsTokens tokens)
{
    (TeamsTenant Tenant, string Body, string ServiceUrl)? _last;

    public Uri? BotAddress { get; set; }

    public Task<BotAnswer> SendAsync(TeamsPlace place, JsonObject activity, CancellationToken cancel)
    {
        var last = (place.Tenant, Body: activity.ToJsonString(), ServiceUrl: activity["serviceUrl"]!.GetValue<string>());
        _last = last;
        return PostAsync(last.Body, "Bearer " + tokens.ForBot(last.Tenant.AppId, last.ServiceUrl), last.Tenant.TenantId, cancel);
    }

    /// <summary>The last activity again, with the same id, as the service retries it.</summary>
    public Task<BotAnswer> AgainAsync(CancellationToken cancel)
    {
        if (_last is not { } last) throw new InvalidOperationException("Nothing was sent yet, so nothing can be sent again.");
        return PostAsync(last.Body, "Bearer " + tokens.ForBot(last.Tenant.AppId, last.ServiceUrl), last.Tenant.TenantId, cancel);
    }

    public async Task<BotAnswer> PostAsync(string body, string? authorization, string? tenantId, CancellationToken cancel)
    {
        var bot = BotAddress ?? throw new InvalidOperationException("The town does not know where the bot is. Set BotAddress.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "api/messages"))
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (tenantId is not null) request.Headers.TryAddWithoutValidation("x-ms-tenant-id", tenantId);
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancel);
        var text = await response.Content.ReadAsStringAsync(cancel);
        return new BotAnswer((int)response.StatusCode, text, Stopwatch.GetElapsedTime(started));
    }
}
