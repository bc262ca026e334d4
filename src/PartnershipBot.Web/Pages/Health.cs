using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Pages;

/// <summary>What one part of the service says about itself.</summary>
/// <param name="State">works, off, configured, missing, late, incomplete or down; the last two stop the service from being ready.</param>
/// <param name="Say">The state in a sentence.</param>
/// <param name="Next">What to do; empty when there is nothing to do.</param>
internal sealed record HealthItem(string Name, string State, string Say, string Next = "")
{
    public bool Fails => State is "down" or "incomplete";
}

/// <summary>Whether the service runs, and whether it can do its work.</summary>
internal static class Health
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" }));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    static async Task<IResult> ReadyAsync(Tables tables, OpenRounds openRounds, Pump pump, IConfiguration settings, TimeProvider clock, CancellationToken cancel)
    {
        var store = StoreAsync("store", tables.Main, cancel);
        var rounds = StoreAsync("store for open rounds", tables.Rounds, cancel);
        HealthItem[] items =
        [
            await store, await rounds, Outbox(pump.GivenUp), HealthSettings.Host(settings), HealthSettings.Slack(settings), HealthSettings.Teams(settings),
            PublicHolidays(clock.GetUtcNow()), await KeysAsync(openRounds, cancel),
        ];
        var ready = !items.Any(item => item.Fails);
        return TypedResults.Json(
            new { status = ready ? "ready" : "not ready", items },
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Asks for a row that is never there: that costs the store next to nothing.</summary>
    static async Task<HealthItem> StoreAsync(string name, ITable table, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await table.GetAsync("health", "ready", patience.Token);
            return new HealthItem(name, "works", "It answers.");
        }
        catch (StoreUnavailableException)
        {
            return Down(name);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Down(name);
        }
    }

    /// <summary>A check-in's keys must be gone soon after it closed: until then its ratings are not safe from who runs the service.</summary>
    static async Task<HealthItem> KeysAsync(OpenRounds rounds, CancellationToken cancel)
    {
        const string Name = "keys of closed check-ins", Next = "Look in the log for a job checkin.count or checkin.forget that fails. The keys go by themselves when it works again.";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await rounds.KeysOverdueAsync(patience.Token) switch
            {
                0 => new HealthItem(Name, "works", "None is left longer than five minutes after closing."),
                1 => new HealthItem(Name, "late", "One check-in began to close more than five minutes ago, and its keys are still there.", Next),
                var late => new HealthItem(Name, "late", $"{late} check-ins began to close more than five minutes ago, and their keys are still there.", Next),
            };
        }
        catch (Exception fault) when (fault is StoreUnavailableException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return new HealthItem(Name, "late", "The store for open rounds does not answer, so nobody can tell.");
        }
    }

    static HealthItem Outbox(int givenUp) => givenUp == 0
        ? new HealthItem("outbox", "works", "Nothing was given up since this process started.")
        : new HealthItem("outbox", "works", $"Given up since this process started: {givenUp}.", "Look in the log for what the platforms said. What was given up is kept in rows whose keys start with dead.");

    static HealthItem PublicHolidays(DateTimeOffset now)
    {
        var soon = Holidays.RunningOut(DateOnly.FromDateTime(now.UtcDateTime));
        return soon.Count == 0
            ? new HealthItem("public holidays", "works", "They are known for the next 90 days.")
            : new HealthItem("public holidays", "missing", $"Known until {Holidays.LastDay(soon[0]):d MMMM yyyy} only: {string.Join(", ", soon)}. After that I may write on a public holiday.", "Install a newer version, or add the coming years to Domain/holidays.json.");
    }

    static HealthItem Down(string name) => new(name, "down", "It does not answer.", "Check that it runs, and the settings that start with Storage.");
}
