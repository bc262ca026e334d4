using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>The last lines of the log that every member can read.</summary>
internal static class LogFlow
{
    const int Shown = 10;

    /// <summary>Rows are read forwards, so the newest are looked for in a month, then in a year, then in all.</summary>
    static readonly IReadOnlyList<int> DaysBack = [31, 366, 36_500];

    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = PrivacyWords.To(turn);
        var entries = await LastAsync(turn, cancel);
        var names = await NamesAsync(turn, entries, cancel);
        return PrivacyWords.Show(
            say.Heading("Log.Title"),
            entries.Count == 0 ? say.Line("Log.Nothing") : new TextBlock(string.Join('\n', entries.Select(entry => Line(say, entry, names)))),
            say.Small("Log.Who"),
            PrivacyWords.Actions(say.Button(PrivacyVerbs.Sees, "Sees.Button"), say.Button(PrivacyVerbs.Home, "Home.Button")));
    }

    static async Task<IReadOnlyList<LogEntry>> LastAsync(TurnContext turn, CancellationToken cancel)
    {
        var last = new Queue<LogEntry>();
        foreach (var days in DaysBack)
        {
            last.Clear();
            await foreach (var row in turn.QueryAsync(LogEntry.Prefix + Keys.Time(turn.Now.AddDays(-days)), Keys.After(LogEntry.Prefix), cancel))
            {
                last.Enqueue(LogEntry.FromRow(row));
                if (last.Count > Shown) last.Dequeue();
            }
            if (last.Count == Shown) break;
        }
        return [.. last.Reverse()];
    }

    static string Line(PrivacyWords say, LogEntry entry, Dictionary<string, string> names) =>
        say["Log.Line", say.Date(entry.At), say[$"Log.{entry.What}", Name(say, entry.By, names), Name(say, entry.About, names), entry.Number]];

    static string Name(PrivacyWords say, string id, Dictionary<string, string> names) =>
        id.Length == 0 ? say["Log.Bot"] : names.GetValueOrDefault(id) ?? say["Log.Somebody"];

    static async Task<Dictionary<string, string>> NamesAsync(TurnContext turn, IReadOnlyList<LogEntry> entries, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in entries.SelectMany(entry => (string[])[entry.By, entry.About]).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal))
            // Who has left is named no longer.
            if (await turn.GetAsync(Keys.MemberPrefix + id, cancel) is { } row && Member.FromRow(row) is { IsActive: true } member) names[id] = member.Name;
        return names;
    }
}
