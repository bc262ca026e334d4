using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>A file is one idea that fits on a few screens.</summary>
public sealed partial class FileTests
{
    const int MostLines = 250;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold()
    {
        var files = ProjectFiles.Below("src", "tests").Where(IsCode).ToList();
        Assert.Contains(files, file => file.EndsWith(".cs", StringComparison.Ordinal));
        var tooLong = files.Select(file => (Path: file, Lines: File.ReadLines(Solution.At(file)).Count())).Where(file => file.Lines > MostLines);
        Offenders.None(tooLong.Select(file => $"{file.Path}: {file.Lines}"), $"A file has at most {MostLines} lines. Split it by idea.");
    }

    [Fact]
    public void No_file_is_named_for_odds_and_ends() =>
        Offenders.None(
            ProjectFiles.Below("src", "tests").Where(IsCode).Where(file => OddsAndEnds.IsMatch(Path.GetFileNameWithoutExtension(file))),
            "A file is named for its idea.");

    [Fact]
    public void No_code_is_folded_away_in_a_region() =>
        Offenders.None(
            ProjectFiles.Below("src", "tests").Where(IsCode).Where(file => Region.IsMatch(File.ReadAllText(Solution.At(file)))),
            "What needs folding away needs a file of its own.");

    [Fact]
    public void A_file_lies_in_the_folder_of_its_namespace()
    {
        var files = ProjectFiles.Below("src", "tests").Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/Shared/", StringComparison.Ordinal));
        var strays = from file in files
                     let declared = Namespace.Match(File.ReadAllText(Solution.At(file)))
                     let expected = string.Join('.', file.Split('/')[1..^1])
                     where declared.Success && declared.Groups["name"].Value != expected
                     select $"{file} says {declared.Groups["name"].Value}, its folder says {expected}";
        Offenders.None(strays, "A namespace is the folder's name.");
    }

    [Theory]
    [InlineData("CardHelper", true)]
    [InlineData("StringUtils", true)]
    [InlineData("ConnectionManager", true)]
    [InlineData("Card", false)]
    [InlineData("Manage", false)]
    public void A_name_for_odds_and_ends_is_known(string name, bool known) => Assert.Equal(known, OddsAndEnds.IsMatch(name));

    static bool IsCode(string file) => Path.GetExtension(file) is ".cs" or ".cshtml" or ".razor" or ".js" or ".mjs" or ".ts" or ".css" or ".sh" or ".awk";

    [GeneratedRegex("(?:Helper|Util|Utils|Utility|Utilities|Manager|Helpers|Managers|Common|Misc)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OddsAndEnds { get; }

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region { get; }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace { get; }
}
