using System.Reflection;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>The compiled projects of src.</summary>
internal static class Projects
{
    public static Assembly Core { get; } = Assembly.Load("PartnershipBot.Core");
    public static Assembly Storage { get; } = Assembly.Load("PartnershipBot.Storage");
    public static Assembly Playground { get; } = Assembly.Load("PartnershipBot.Playground");
    public static Assembly Web { get; } = Assembly.Load("PartnershipBot.Web");

    /// <summary>The types that were written, without those that the compiler made; nested ones included.</summary>
    public static IReadOnlyList<Type> TypesIn(Assembly assembly, string space) =>
        [.. assembly.GetTypes().Where(type =>
            type.Namespace is { } here && Acquaintance.Covers(space, here) && !type.FullName!.Contains('<', StringComparison.Ordinal))];

    /// <summary>The namespaces one level below, such as every flow's below PartnershipBot.Core.Flows; in ordinal order.</summary>
    public static IReadOnlyList<string> SpacesBelow(Assembly assembly, string space) =>
        [.. TypesIn(assembly, space)
            .Select(type => type.Namespace!)
            .Where(here => here.Length > space.Length)
            .Select(here => $"{space}.{here[(space.Length + 1)..].Split('.')[0]}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
