using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Domain;

/// <summary>The public holidays of each nation, as far as they are published or follow from the law. Their sources stand in <c>holidays.json</c>.</summary>
public static class Holidays
{
    /// <summary>When fewer days than this are left in the data, somebody should know.</summary>
    public const int DaysOfWarning = 90;

    static readonly Lazy<IReadOnlyDictionary<Nation, NationHolidays>> All = new(Load);

    /// <summary>Whether the nation keeps the day. After the last year of the data, never.</summary>
    public static bool Is(Nation nation, DateOnly day) => All.Value.TryGetValue(nation, out var holidays) && holidays.Days.Contains(day);

    /// <returns>The last day that the data covers; null for <see cref="Nation.Elsewhere"/>, of which nothing is known.</returns>
    public static DateOnly? LastDay(Nation nation) => All.Value.TryGetValue(nation, out var holidays) ? new DateOnly(holidays.LastYear, 12, 31) : null;

    /// <summary>Whether the nation's holidays are known for less than 90 more days.</summary>
    public static bool RunOut(Nation nation, DateOnly today) => LastDay(nation) is { } last && last.DayNumber - today.DayNumber < DaysOfWarning;

    /// <returns>The nations whose holidays are known for less than 90 more days.</returns>
    public static IReadOnlyList<Nation> RunningOut(DateOnly today) => [.. All.Value.Keys.Where(nation => RunOut(nation, today)).Order()];

    /// <param name="json">UTF-8, in the form of <c>holidays.json</c>.</param>
    /// <exception cref="InvalidOperationException">It says what is wrong, and for which nation.</exception>
    public static IReadOnlyDictionary<Nation, NationHolidays> Read(ReadOnlySpan<byte> json)
    {
        HolidayFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, HolidayJson.Default.HolidayFile) ?? throw Wrong("is null. Write an object.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"holidays.json, line {wrong.LineNumber + 1}: {wrong.Message.Split(" Path:")[0]}", wrong);
        }
        var all = file.Nations.GroupBy(entry => entry.Nation).ToDictionary(same => same.Key, same => same.Count() == 1
            ? Checked(same.First())
            : throw Wrong($"has {same.Key} twice. Keep one."));
        foreach (var nation in Enum.GetValues<Nation>())
            if (all.ContainsKey(nation) == (nation == Nation.Elsewhere)) throw Wrong($"must have every nation but Elsewhere; look at {nation}.");
        return all;
    }

    static NationHolidays Checked(NationEntry entry)
    {
        if (entry.Source.Length == 0) throw Wrong($"does not say where the days of {entry.Nation} are from.");
        var days = entry.Days.Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong($"has '{text}' for {entry.Nation}. Write a day as yyyy-MM-dd.")).ToList();
        for (var i = 1; i < days.Count; i++)
            if (days[i] <= days[i - 1]) throw Wrong($"has {entry.Days[i]} for {entry.Nation} out of order, or twice.");
        if (days.Find(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) is { Year: > 1 } weekend)
            throw Wrong($"has {weekend:yyyy-MM-dd} for {entry.Nation}, which is a weekend. Write the day that is kept instead.");
        for (var year = days.Count > 0 ? days[0].Year : entry.LastYear; year <= entry.LastYear; year++)
            if (days.Count(day => day.Year == year) < 8) throw Wrong($"has fewer than 8 days for {entry.Nation} in {year}.");
        if (days[^1].Year > entry.LastYear) throw Wrong($"has days for {entry.Nation} after its last year, {entry.LastYear}.");
        return new NationHolidays(entry.Source, entry.LastYear, days.ToHashSet());
    }

    static IReadOnlyDictionary<Nation, NationHolidays> Load()
    {
        using var stream = typeof(Holidays).Assembly.GetManifestResourceStream("holidays")
            ?? throw new InvalidOperationException("The public holidays, 'Domain/holidays.json', are not in the program. Embed them as 'holidays'.");
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return Read(json);
    }

    static InvalidOperationException Wrong(string what) => new("holidays.json " + what);
}

/// <param name="Source">Where the days are from, and how far they are published.</param>
/// <param name="LastYear">The last year that the days cover.</param>
/// <param name="Days">Days that would be working days otherwise.</param>
public sealed record NationHolidays(string Source, int LastYear, IReadOnlySet<DateOnly> Days);

sealed record HolidayFile(IReadOnlyList<NationEntry> Nations);

sealed record NationEntry(Nation Nation, string Source, int LastYear, IReadOnlyList<string> Days);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HolidayFile))]
sealed partial class HolidayJson : JsonSerializerContext;
