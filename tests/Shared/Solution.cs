namespace PartnershipBot.Tests.Shared;

/// <summary>Where the tests stand: the folder that holds PartnershipBot.sln.</summary>
internal static class Solution
{
    /// <summary>Absolute path of the folder with PartnershipBot.sln. Throws when there is none above the test assembly.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder of the project, by its path from the root with forward slashes.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine(Root, path));

    static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PartnershipBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No PartnershipBot.sln above \"{start}\". Run the tests from a build inside the project's folder.");
    }
}
