namespace PartnershipBot.Web.Teams;

/// <summary>Keeps below the rates at which Teams begins to refuse.</summary>
/// <remarks>The numbers are Microsoft's, of October 2026: for one bot in one conversation, and for one app in one tenant.</remarks>
/// <param name="clock">The system's clock.</param>
internal sealed class TeamsPace(TimeProvider clock)
{
    static readonly Limit[] Conversation = [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1))];
    static readonly Limit[] Tenant = [new(50, TimeSpan.FromSeconds(1))];
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Conversations that are remembered before the quiet ones are forgotten.</summary>
    const int Crowd = 10_000;

    readonly Lock gate = new();
    readonly Dictionary<string, List<DateTimeOffset>> calls = new(StringComparer.Ordinal);
    int sweepAt = Crowd;

    sealed record Limit(int Most, TimeSpan In);

    /// <summary>Counts one call, unless it comes too early.</summary>
    /// <returns>How long to wait, and whether that goes for the whole tenant; null to go ahead.</returns>
    public (TimeSpan Wait, bool WholeTenant)? Take(string installation, string conversation)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var tenant = Calls(installation);
            var here = Calls($"{installation}|{conversation}");
            var waitTenant = Wait(tenant, Tenant, now);
            if (waitTenant > TimeSpan.Zero) return (waitTenant, true);
            var wait = Wait(here, Conversation, now);
            if (wait > TimeSpan.Zero) return (wait, false);
            Add(tenant, now, Tenant[^1].Most);
            Add(here, now, Conversation[^1].Most);
            if (calls.Count > sweepAt) Sweep(now);
            return null;
        }
    }

    List<DateTimeOffset> Calls(string key) => calls.TryGetValue(key, out var list) ? list : calls[key] = [];

    static TimeSpan Wait(List<DateTimeOffset> times, Limit[] limits, DateTimeOffset now) =>
        limits.Where(limit => times.Count >= limit.Most).Select(limit => times[^limit.Most] + limit.In - now).DefaultIfEmpty().Max();

    static void Add(List<DateTimeOffset> times, DateTimeOffset now, int most)
    {
        if (times.Count >= 2 * most) times.RemoveRange(0, times.Count - most);
        times.Add(now);
    }

    void Sweep(DateTimeOffset now)
    {
        foreach (var (key, times) in calls.ToList())
            if (times.Count == 0 || now - times[^1] > Longest) calls.Remove(key);
        sweepAt = Math.Max(Crowd, 2 * calls.Count);
    }
}
