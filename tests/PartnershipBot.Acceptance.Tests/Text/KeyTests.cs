using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <summary>Code and words belong together: no key without words, no words without a use, no language behind the others.</summary>
public sealed partial class KeyTests
{
    static readonly Dictionary<string, string> Sources = ProjectFiles.Below("src")
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        .ToDictionary(file => file, file => File.ReadAllText(Solution.At(file)), StringComparer.Ordinal);

    [Fact]
    public void Every_key_that_code_asks_for_has_words()
    {
        var missing = from source in Sources
                      from Match use in Use.Matches(source.Value)
                      let slices = Slices(source.Key, use.Groups["texts"].Value)
                      where slices.Count > 0 && !slices.Any(slice => slice.Words.Keys.Any(Fits(use.Groups["key"].Value, use.Groups["holes"].Success)))
                      select $"{source.Key}: \"{use.Groups["key"].Value}\"";
        Assert.NotEmpty(Resources.All);
        Offenders.None(missing, "Add these keys to the .resx beside the code.");
    }

    [Fact]
    public void Every_key_with_words_is_asked_for()
    {
        var unused = from slice in Resources.All.Where(slice => slice.Language.Length == 0)
                     let literals = Sources.Where(source => source.Key.StartsWith(slice.Project + "/", StringComparison.Ordinal)).SelectMany(source => LiteralsOf(source.Key)).ToHashSet(StringComparer.Ordinal)
                     let patterns = literals.Where(IsPattern).Select(literal => Fits(literal, holes: true)).ToList()
                     from key in slice.Words.Keys
                     where !literals.Contains(key) && !patterns.Any(fits => fits(key))
                     select $"{slice.Path}: {key}";
        Offenders.None(unused, "Nobody asks for these words. Remove them, or use them.");
    }

    [Fact]
    public void No_words_are_empty() =>
        Offenders.None(
            from slice in Resources.All from word in slice.Words where string.IsNullOrWhiteSpace(word.Value) select $"{slice.Path}: {word.Key}",
            "Fill in these words, or remove the key.");

    [Fact]
    public void Every_language_has_the_keys_and_placeholders_of_the_original()
    {
        var behind = from other in Resources.All.Where(slice => slice.Language.Length > 0)
                     let original = Resources.All.Single(slice => slice.Language.Length == 0 && slice.Folder == other.Folder && slice.Name == other.Name)
                     from key in original.Words.Keys.Union(other.Words.Keys, StringComparer.Ordinal)
                     where !original.Words.TryGetValue(key, out var here) || !other.Words.TryGetValue(key, out var there)
                         || !Resources.Placeholders(here).SequenceEqual(Resources.Placeholders(there), StringComparer.Ordinal)
                     select $"{other.Path}: {key}";
        Offenders.None(behind, "These differ from the original in key or placeholders.");
    }

    [Fact]
    public void A_placeholder_is_counted_once_however_it_is_drawn() =>
        Assert.Equal(["0", "1"], Resources.Placeholders("On {1:d MMM}, {0} of {1} said {{2}}."));

    [Theory]
    [InlineData("Refused.\u0001", "Refused.Lead", true)]
    [InlineData("Refused.\u0001", "Refused.", false)]
    [InlineData("\u0001.Title", "Form.Title", true)]
    [InlineData("Refused.\u0001", "Form.Lead", false)]
    public void A_key_that_is_put_together_fits_its_pattern(string pattern, string key, bool fits) =>
        Assert.Equal(fits, Fits(pattern, holes: true)(key));

    static IEnumerable<string> LiteralsOf(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal)
            ? Literals.In(Sources[file]).Select(literal => literal.Text)
            : Quoted.Matches(Sources[file]).Select(match => match.Groups["text"].Value);

    // The slices whose words a name stands for: what the same file declares, or else a file beside it.
    static List<Resources> Slices(string file, string name)
    {
        var beside = Sources.Where(source => Path.GetDirectoryName(source.Key) == Path.GetDirectoryName(file));
        var declared = beside.OrderByDescending(source => source.Key == file)
            .Select(source => Declaration.Matches(source.Value).Where(match => match.Groups["name"].Value == name).Select(match => match.Groups["file"].Value).ToList())
            .FirstOrDefault(names => names.Count > 0) ?? [];
        return [.. Resources.All.Where(slice => slice.Language.Length == 0 && declared.Contains(slice.Name, StringComparer.Ordinal))];
    }

    // A literal with holes that is made for keys: enough of it is fixed to say which keys it makes.
    static bool IsPattern(string literal) =>
        literal.Contains(Literals.Hole, StringComparison.Ordinal) && literal.Count(char.IsLetter) >= 3 && !literal.Contains(' ', StringComparison.Ordinal);

    static Func<string, bool> Fits(string literal, bool holes)
    {
        if (!holes) return key => key == literal;
        var pattern = new Regex("^" + HoleText.Replace(Regex.Escape(literal), ".+") + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return pattern.IsMatch;
    }

    [GeneratedRegex(@"\bTexts (?<name>\w+) = new\(typeof\(\w+\), ""(?<file>\w+)""\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"\b(?<texts>\w+)\[(?<holes>\$)?""(?<key>[^""]+)"",", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Use { get; }

    [GeneratedRegex(@"""(?<text>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"\u0001|\\\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoleText { get; }
}
