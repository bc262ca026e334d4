namespace PartnershipBot.Tests.Shared;

/// <summary>
/// Payloads as the platforms document them, kept beside the project and not in it. Where they are absent the calling test is skipped.
/// </summary>
internal static class Corpus
{
    static readonly string Folder = Solution.At("../shared/corpus");

    /// <summary>Whether the corpus lies beside the project.</summary>
    public static bool IsThere => Directory.Exists(Folder);

    /// <summary>Absolute paths of the files below a folder such as "slack/events", in ordinal order; never empty.</summary>
    /// <param name="pattern">A file name pattern.</param>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.json")
    {
        if (!IsThere)
            Missing.Material("the payload corpus is not beside the project.");
        var files = Directory.GetFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>Absolute path of one file, such as "slack/manifest/schema.json".</summary>
    public static string FilePath(string path)
    {
        if (!IsThere)
            Missing.Material("the payload corpus is not beside the project.");
        return Path.Combine(Folder, path);
    }
}
