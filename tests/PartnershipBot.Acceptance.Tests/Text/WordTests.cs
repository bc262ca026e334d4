using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <summary>What the product says to people: plain, equal, and no promise that it cannot keep.</summary>
public sealed partial class WordTests
{
    /// <summary>A promise of it would be false: in a small group people may guess.</summary>
    [Fact]
    public void Nothing_is_called_anonymous() =>
        Offenders.None(Said().Concat(Drawn()).Where(said => Anonymous.IsMatch(said.Words)).Select(Show), "Say who will see what instead.");

    [Fact]
    public void Nobody_is_cheered_scored_or_played_with() =>
        Offenders.None(Said().Concat(Drawn()).Where(said => Cheering.IsMatch(said.Words)).Select(Show), "Thank, or say what happened, as one equal to another.");

    [Fact]
    public void The_product_does_not_shout() =>
        Offenders.None(
            Said().Where(said => said.Words.Contains('!', StringComparison.Ordinal) || Capitals.IsMatch(said.Words)).Select(Show),
            "End with a full stop, and use small letters.");

    [Theory]
    [InlineData("Your answers are anonymous.", true)]
    [InlineData("It is given anonymously", true)]
    [InlineData("Autonomous groups", false)]
    public void The_word_is_known_in_its_forms(string words, bool known) => Assert.Equal(known, Anonymous.IsMatch(words));

    [Theory]
    [InlineData("Great job, everyone.", true)]
    [InlineData("AWESOME", true)]
    [InlineData("You have a 3 week streak", true)]
    [InlineData("Thank you. Recorded.", false)]
    [InlineData("This went well.", false)]
    [InlineData("It works well done together.", false)]
    public void Cheering_is_known(string words, bool known) => Assert.Equal(known, Cheering.IsMatch(words));

    // What is kept as words: texts, question packs, and what the platforms' stores show of us.
    static IEnumerable<(string Where, string Words)> Said()
    {
        foreach (var slice in Resources.All)
            foreach (var (key, words) in slice.Words)
                yield return ($"{slice.Path}: {key}", words);

        foreach (var file in ProjectFiles.Below().Where(IsWords))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Solution.At(file)));
            foreach (var (path, words) in Strings(json.RootElement, "").ToList())
                yield return ($"{file}: {path}", words);
        }
    }

    // Pages mix words with code, so they are read line by line.
    static IEnumerable<(string Where, string Words)> Drawn() =>
        from file in ProjectFiles.Below("src")
        where Path.GetExtension(file) is ".cshtml" or ".html"
        from line in File.ReadLines(Solution.At(file)).Index()
        select ($"{file}:{line.Index + 1}", line.Item.Trim());

    static IEnumerable<(string Path, string Words)> Strings(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => [(path, element.GetString()!)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((child, index) => Strings(child, $"{path}/{index}")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(child => Strings(child.Value, $"{path}/{child.Name}")),
        _ => [],
    };

    static bool IsWords(string file) =>
        Path.GetExtension(file) == ".json" && Path.GetFileName(file) != "packages.lock.json"
        && (file.StartsWith("src/PartnershipBot.Core/", StringComparison.Ordinal) || file.StartsWith("manifests/", StringComparison.Ordinal));

    static string Show((string Where, string Words) said) => $"{said.Where} \"{said.Words}\"";

    [GeneratedRegex("anonym", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anonymous { get; }

    [GeneratedRegex(
        @"\b(great|good|nice|amazing|excellent) (job|work|stuff|going)\b|\bwell done[!.,]|\b(awesome|amazing|fantastic|brilliant|congratulations|congrats|hooray|yay|woo-?hoo|superstar|rock ?star|high five|leader ?board|streak|level up|keep it up)\b|[\u2B50\u2728]|\uD83C[\uDF89\uDF8A\uDFC6]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cheering { get; }

    // Two words in capitals running; one alone may be an abbreviation.
    [GeneratedRegex(@"\b\p{Lu}{3,} \p{Lu}{3,}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals { get; }
}
