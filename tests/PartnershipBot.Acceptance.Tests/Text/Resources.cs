using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <summary>The words of one slice in one language.</summary>
/// <param name="Path">From the project's root.</param>
/// <param name="Name">The slice's part of the file name, such as "CheckInText".</param>
/// <param name="Language">A BCP 47 tag; empty for the original, which is English.</param>
internal sealed partial record Resources(string Path, string Name, string Language, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>The folder that the file and its slice lie in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The folder of the project that it is part of.</summary>
    public string Project => string.Join('/', Path.Split('/')[..2]);

    /// <summary>Every .resx file of src; never empty. Throws when a key stands twice in one.</summary>
    public static IReadOnlyList<Resources> All { get; } =
        [.. ProjectFiles.Below("src").Where(file => file.EndsWith(".resx", StringComparison.Ordinal)).Select(Read)];

    /// <summary>The numbers in braces, such as {0} and {1:d}.</summary>
    public static IEnumerable<string> Placeholders(string words) =>
        Placeholder.Matches(words).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static Resources Read(string path)
    {
        var parts = System.IO.Path.GetFileNameWithoutExtension(path).Split('.', 2);
        var words = XDocument.Load(Solution.At(path)).Root!.Elements("data").ToDictionary(
            data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
        return new(path, parts[0], parts.Length == 2 ? parts[1] : "", words);
    }

    [GeneratedRegex(@"(?<!\{)\{(?<number>\d+)(?:[,:][^{}]*)?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
