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

    /// <summary>
    /// The namespaces one level below, such as every flow's below PartnershipBot.Core.Flows, in ordinal order. They are read from the
    /// folders that hold code, so that a rule about a folder whose types are elsewhere fails instead of checking nothing.
    /// </summary>
    public static IReadOnlyList<string> FoldersOf(string space)
    {
        var project = string.Join('.', space.Split('.')[..2]);
        var folder = $"src/{project}{space[project.Length..].Replace('.', '/')}";
        return
        [
            .. ProjectFiles.Below(folder)
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => file[(folder.Length + 1)..].Split('/'))
                .Where(parts => parts.Length > 1)
                .Select(parts => $"{space}.{parts[0]}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
