using System.Reflection;
using System.Xml.Linq;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>Core knows nobody, Storage knows Core, the playground knows nobody, Web knows them all and nobody knows Web.</summary>
public sealed class AssemblyTests
{
    static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Fact]
    public void Core_needs_the_runtime_and_two_packages_alone()
    {
        string[] packages = ["Microsoft.Extensions.Logging.Abstractions", "NodaTime"];
        var others = References(Projects.Core).Where(name => !File.Exists(Path.Combine(Runtime, name + ".dll"))).Except(packages, StringComparer.Ordinal);
        Offenders.None(others, "Core knows nothing outside; move what needs it to Storage or Web.");
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Storage", "Core")]
    [InlineData("Playground")]
    [InlineData("Web", "Core", "Storage", "Playground")]
    public void A_project_refers_to_those_below_it(string project, params string[] allowed)
    {
        var ours = References(Assembly.Load($"PartnershipBot.{project}"))
            .Where(name => name.StartsWith("PartnershipBot.", StringComparison.Ordinal))
            .Select(name => name["PartnershipBot.".Length..]);
        Offenders.None(ours.Except(allowed, StringComparer.Ordinal), $"{project} must not refer to:");

        // The compiler leaves out what is not used, so the project file is asked too.
        var file = XDocument.Load(Solution.At($"src/PartnershipBot.{project}/PartnershipBot.{project}.csproj"));
        var written = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Offenders.None(written.Except(allowed.Select(name => $"PartnershipBot.{name}"), StringComparer.Ordinal), $"{project} must not refer to:");
    }

    [Fact]
    public void Every_project_of_src_is_under_these_rules() =>
        Assert.Equal(
            ["PartnershipBot.Core", "PartnershipBot.Playground", "PartnershipBot.Storage", "PartnershipBot.Web"],
            Directory.GetFiles(Solution.At("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
