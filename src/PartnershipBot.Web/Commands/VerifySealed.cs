using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;

namespace PartnershipBot.Web.Commands;

/// <summary>
/// <c>verify-sealed</c>: tries the published ways to find out who said what in closed check-ins, on the store that the settings name, and says in words what it could link.
/// It reads the whole store and changes nothing.
/// </summary>
internal static class VerifySealed
{
    public const string Name = "verify-sealed";

    /// <returns>0 when nothing can be linked better than by guessing; 1 when something can; 2 when the store did not answer or a question pack is missing.</returns>
    public static async Task<int> RunAsync(RawStore store, KeyRing ring, TextWriter output, CancellationToken cancel)
    {
        try
        {
            var report = await new SealedCheck(RoundItems.Of, [Keys.Hash, ring.Hash]).RunAsync(store, cancel);
            foreach (var line in Say(report)) await output.WriteLineAsync(line.AsMemory(), cancel);
            return report.IsSafe ? 0 : 1;
        }
        catch (InvalidOperationException pack)
        {
            await output.WriteLineAsync(pack.Message.AsMemory(), cancel);
            return 2;
        }
        catch (StoreUnavailableException)
        {
            await output.WriteLineAsync("The store does not answer. Check that it runs, and the settings that start with Storage.".AsMemory(), cancel);
            return 2;
        }
    }

    /// <summary>The report in words.</summary>
    internal static IEnumerable<string> Say(SealedReport report)
    {
        yield return $"{report.Rounds} sealed check-ins with {report.Rows} ratings and scores were looked at.";
        if (report.Rounds == 0) yield return "There is nothing sealed yet, so the ways to join rows could not be tried.";
        yield return "";
        yield return "Left behind by closed check-ins:";
        yield return $"- open answers: {Count(report.OpenAnswers)}";
        yield return $"- keys: {Count(report.RoundKeys)}";
        yield return $"- traces in the bytes of files: {(report.Remnants == 0 ? "none" : $"of {report.Remnants} check-ins")}";
        yield return $"- rows with a name that can be made again without a key: {Count(report.Named)}";
        if (report.Joins.Count > 0)
        {
            yield return "";
            yield return "Each way puts ratings and scores together as if they were one person's. If it works, they fit:";
            foreach (var join in report.Joins)
                yield return $"- by {join.Attack}, beside rows of the kind '{join.Beside}': {join.Right} of {join.Tried} fit; guessing would have up to {Math.Floor(join.Limit):0}.{(join.IsBetterThanChance ? " BETTER THAN CHANCE" : "")}";
        }
        yield return "";
        yield return report.IsSafe
            ? "Nothing can be linked better than by guessing."
            : "Something can be linked better than by guessing. One run in a hundred says so by chance: run it again. If it stays, closed check-ins are not safe in this store.";
    }

    static string Count(int number) => number == 0 ? "none" : $"{number}";
}
