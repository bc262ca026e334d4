namespace PartnershipBot.Acceptance.Tests;

/// <summary>The files that belong to the project, as opposed to what a build, a tool or a run leaves among them.</summary>
internal static class ProjectFiles
{
    // As in .gitignore, and git's own.
    static readonly string[] LeftBehind = ["bin", "obj", "node_modules", "data", "TestResults", "BenchmarkDotNet.Artifacts", "artifacts", ".git", ".vs", ".idea"];

    /// <summary>Paths from the project's root with forward slashes, in ordinal order.</summary>
    /// <param name="folders">Folders to look below; none means the whole project.</param>
    public static IReadOnlyList<string> Below(params string[] folders) =>
        [.. (folders.Length == 0 ? [""] : folders).SelectMany(Walk).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Walk(string folder)
    {
        var here = new DirectoryInfo(Solution.At(folder));
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var files = here.GetFiles().Where(file => !LeftBehind.Contains(file.Name, StringComparer.Ordinal)).Select(file => prefix + file.Name);
        var below = here.GetDirectories().Where(child => !LeftBehind.Contains(child.Name, StringComparer.Ordinal)).SelectMany(child => Walk(prefix + child.Name));
        return files.Concat(below);
    }
}
