using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <summary>The project's files speak of the project alone, wherever they were written.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void No_file_says_where_on_a_machine_it_was_written() =>
        Offenders.None(Lines(MachinePath), "Write the path from the project's root.");

    [Fact]
    public void No_file_names_the_host_of_a_package_registry() =>
        Offenders.None(Lines(RegistryHost), "Packages come by name from the registry that the machine is set up with.");

    [Fact]
    public void No_lock_file_keeps_an_address_to_download_from()
    {
        var locks = ProjectFiles.Below().Where(file => Path.GetFileName(file) is "package-lock.json" or "npm-shrinkwrap.json").ToList();
        Assert.NotEmpty(locks);
        Offenders.None(
            from file in locks
            from package in JsonDocument.Parse(File.ReadAllText(Solution.At(file))).RootElement.GetProperty("packages").EnumerateObject()
            where package.Value.TryGetProperty("resolved", out _)
            select $"{file}: {package.Name}",
            "Make the lock file with omit-lockfile-registry-resolved=true.");
    }

    [Fact]
    public void Every_package_that_is_shipped_has_its_notice()
    {
        var notices = File.ReadAllText(Solution.At("THIRD-PARTY-NOTICES.md"));
        using var resolved = JsonDocument.Parse(File.ReadAllText(Solution.At("src/PartnershipBot.Web/packages.lock.json")));
        var shipped = resolved.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !BuildOnly.IsMatch(package.Name))
            .Select(package => package.Name)
            .ToList();
        Assert.Contains("NodaTime", shipped);
        Offenders.None(
            shipped.Where(name => !Regex.IsMatch(notices, $@"(?<![\w.]){Regex.Escape(name)}(?![\w]|\.\w)", RegexOptions.None, TimeSpan.FromSeconds(1))),
            "Name these packages in THIRD-PARTY-NOTICES.md, each under its licence.");
    }

    [Theory]
    [InlineData("see ", "/", "root/x")]
    [InlineData("", "/", "home/ann/x")]
    [InlineData("\"", "C:\\", "Users\\ann")]
    public void A_path_of_a_machine_is_known(params string[] pieces) => Assert.Matches(MachinePath, string.Concat(pieces));

    [Theory]
    [InlineData("GET /me/home/x")]
    [InlineData("var root = \"/app/data\";")]
    [InlineData("src/home/x")]
    [InlineData("</root>")]
    public void A_path_of_the_project_is_not_taken_for_one(string line) => Assert.DoesNotMatch(MachinePath, line);

    static IEnumerable<string> Lines(Regex offence) =>
        from file in ProjectFiles.Below()
        where IsText(file)
        from line in File.ReadLines(Solution.At(file)).Index()
        where offence.IsMatch(line.Item)
        select $"{file}:{line.Index + 1} {line.Item.Trim()}";

    static bool IsText(string file)
    {
        using var stream = File.OpenRead(Solution.At(file));
        Span<byte> start = stackalloc byte[512];
        return !start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }

    [GeneratedRegex(@"(?<![\w./<>~-])/(?:work|root|home/\w+|Users/\w+)(?:/|\b)|\b[A-Z]:\\Users\\", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex(@"\b(?:registry\.(?:npmjs|yarnpkg)\.\w+|(?:api|www)\.nuget\.org|pypi\.org|(?:deb|security|ftp)\.debian\.org|proxy\.golang\.org)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegistryHost { get; }

    [GeneratedRegex(@"Analyzers?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildOnly { get; }
}
