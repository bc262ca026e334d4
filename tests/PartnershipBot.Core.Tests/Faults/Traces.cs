using System.Text;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;

namespace PartnershipBot.Core.Tests.Faults;

/// <summary>What of an open round could be found in the bytes of files: the names of its rows, the beginnings of what they hold, and its wrapped keys.</summary>
static class Traces
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<string>> OfAsync(string folder, string round)
    {
        await using var rounds = new SqliteTable(Path.Combine(folder, "bot.rounds.db"));
        var traces = new List<string>();
        await foreach (var row in rounds.QueryAsync(Keys.Round(round), "!", "~", Cancel)) traces.AddRange([row.Key, AsKept(row.Bytes("data")!)]);
        await foreach (var row in rounds.QueryAsync(Keys.RoundKeys(round), "!", "~", Cancel)) traces.Add(AsKept(row.Bytes("wrapped")!));
        return traces;
    }

    public static IReadOnlyList<string> LeftIn(string folder, IEnumerable<string> traces)
    {
        var all = new StringBuilder();
        foreach (var path in System.IO.Directory.GetFiles(folder, "bot*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }
        var bytes = all.ToString();
        return [.. traces.Where(trace => bytes.Contains(trace, StringComparison.Ordinal))];
    }

    static string AsKept(byte[] bytes) => Convert.ToBase64String(bytes)[..40];
}
