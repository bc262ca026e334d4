using System.Globalization;

namespace PartnershipBot.Web.Slack;

/// <summary>Slack's times: seconds with or without a fraction, and, in some payloads, whole microseconds.</summary>
internal static class SlackTime
{
    /// <returns>UTC, to the millisecond; null when the text is no time.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? text : text[..dot];
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
        return number switch
        {
            // Until the year 5138 a number this small is seconds, and a larger one is not.
            < 100_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds((number * 1_000) + Thousandths(dot < 0 ? "" : text[(dot + 1)..])),
            < 100_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            < 100_000_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number / 1_000),
            _ => null,
        };
    }

    static int Thousandths(string fraction)
    {
        if (fraction.Length == 0 || !fraction.All(char.IsAsciiDigit)) return 0;
        return int.Parse(fraction.PadRight(3, '0').AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
