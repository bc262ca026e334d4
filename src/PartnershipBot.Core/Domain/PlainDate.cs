using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnershipBot.Core.Domain;

/// <summary>A day as people write it.</summary>
public static partial class PlainDate
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Understands <c>2027-01-06</c>, <c>6/1/2027</c> (day first), <c>6 Jan</c>, <c>6th January 2027</c>, <c>today</c>, <c>tomorrow</c>, <c>Friday</c>, <c>next week</c>, <c>2 weeks</c>.</summary>
    /// <returns>A day without a year is the next one from <paramref name="today"/> on. Null when it is not a day.</returns>
    public static DateOnly? Parse(string text, DateOnly today)
    {
        var typed = text.Trim().TrimEnd('.').ToLowerInvariant();
        foreach (var filler in (string[])["until ", "till ", "on ", "the ", "for ", "by "])
            if (typed.StartsWith(filler, StringComparison.Ordinal)) typed = typed[filler.Length..].Trim();

        switch (typed)
        {
            case "today": return today;
            case "tomorrow": return today.AddDays(1);
            case "next week" or "a week" or "1 week": return today.AddDays(7);
            case "next month" or "a month" or "1 month": return today.AddMonths(1);
            default: break;
        }
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;

        if (Numbers().Match(typed) is { Success: true } numbers)
            return Day(Int(numbers, "a"), Int(numbers, "b"), numbers.Groups["c"].Success ? Year(Int(numbers, "c")) : null, today);
        if (Words().Match(typed) is { Success: true } words && Month(words.Groups["b"].Value) is { } month)
            return Day(Int(words, "a"), month, words.Groups["c"].Success ? Year(Int(words, "c")) : null, today);
        if (Span().Match(typed) is { Success: true } span)
            return span.Groups["b"].Value[0] switch
            {
                'd' => today.AddDays(Int(span, "a")),
                'w' => today.AddDays(7 * Int(span, "a")),
                _ => today.AddMonths(Int(span, "a")),
            };

        var weekday = typed.StartsWith("next ", StringComparison.Ordinal) ? typed[5..] : typed;
        var wanted = weekday.Length >= 3 ? Array.FindIndex(Days, day => weekday.StartsWith(day, StringComparison.Ordinal)) : -1;
        if (wanted < 0 || !((DayOfWeek)wanted).ToString().StartsWith(weekday, StringComparison.OrdinalIgnoreCase)) return null;
        var ahead = (wanted - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    static DateOnly? Day(int day, int month, int? year, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        var inYear = year ?? today.Year;
        if (inYear is < 2000 or > 2200 || day > DateTime.DaysInMonth(inYear, month)) return null;
        var date = new DateOnly(inYear, month, day);
        return year is null && date < today ? Day(day, month, inYear + 1, today) : date;
    }

    static int? Month(string word)
    {
        var index = Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.Ordinal));
        return index >= 0 && CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(index + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase) ? index + 1 : null;
    }

    static int Year(int typed) => typed < 100 ? 2000 + typed : typed;

    static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<a>\d{1,2})[/.](?<b>\d{1,2})(?:[/.](?<c>\d{2}|\d{4}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<b>[a-z]{3,9}),?(?: (?<c>\d{4}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:in )?(?<a>\d{1,2}) (?<b>day|week|month)s?$", RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
