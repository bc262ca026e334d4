namespace PartnershipBot.Tests.Shared;

/// <summary>The npm packages that the tests run against, as pinned by tests/peers/package-lock.json.</summary>
internal static class Peers
{
    const string WhatToDo = "Run tests/run.sh, or \"npm ci\" in tests/peers.";

    /// <summary>Folder that npm installs into; programs of the tests that import a peer must lie below tests/peers.</summary>
    public static string Folder { get; } = Solution.At("tests/peers");

    /// <summary>
    /// Absolute path of a file in an installed package, or of the package's folder when <paramref name="file"/> is empty.
    /// Without it the calling test is skipped, or fails when CI=true.
    /// </summary>
    /// <param name="package">The package's name, such as "azurite" or "@slack/bolt".</param>
    /// <param name="file">The path inside the package, such as "dist/index.js".</param>
    public static string Require(string package, string file = "")
    {
        var path = Path.Combine(Folder, "node_modules", package, file);
        if (!File.Exists(path) && !Directory.Exists(path))
            Missing.Tool($"The npm package \"{package}\" {(file.Length == 0 ? "" : $"with \"{file}\" ")}is not installed. {WhatToDo}");
        return path;
    }
}
