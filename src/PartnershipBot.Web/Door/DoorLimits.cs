using System.Threading.RateLimiting;

namespace PartnershipBot.Web.Door;

/// <summary>How often one link may be posted to, and one key be tried. Counted in this process only, by the system's clock.</summary>
internal sealed class DoorLimits : IDisposable
{
    public const int PostsInAMinute = 30;
    /// <summary>A whole organisation may open one invitation in one meeting.</summary>
    public const int JoinsInAMinute = 300;
    public const int KeysInAnHour = 10;

    readonly PartitionedRateLimiter<string> posts = ByToken(PostsInAMinute, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> joins = ByToken(JoinsInAMinute, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> keys = ByToken(KeysInAnHour, TimeSpan.FromHours(1));

    public bool AllowsPost(PathString path, string token) => Takes(path.StartsWithSegments("/join", StringComparison.OrdinalIgnoreCase) ? joins : posts, token);

    /// <summary>Counts the try before its outcome is known, so that many at once are not let through together.</summary>
    public bool AllowsKey(string token) => Takes(keys, token);

    public void Dispose()
    {
        posts.Dispose();
        joins.Dispose();
        keys.Dispose();
    }

    static bool Takes(PartitionedRateLimiter<string> limiter, string token)
    {
        using var lease = limiter.AttemptAcquire(token);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> ByToken(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(
            token => RateLimitPartition.GetFixedWindowLimiter(token, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }),
            StringComparer.Ordinal);
}
