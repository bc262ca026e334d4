using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>What is passed around is a value: a sealed record that nobody changes once it is made.</summary>
public sealed class RecordTests
{
    static readonly string[] Spaces = ["PartnershipBot.Core.Cards", "PartnershipBot.Core.Domain", "PartnershipBot.Core.Figures"];

    // Site asks for its address at each use, since that may be known only once the server has started.
    static readonly Type[] Exempt = [typeof(Core.Domain.Site)];

    [Fact]
    public void Cards_domain_and_figures_are_values_and_pure_functions()
    {
        foreach (var space in Spaces.Intersect(Projects.FoldersOf("PartnershipBot.Core"), StringComparer.Ordinal))
        {
            var types = Projects.TypesIn(Projects.Core, space);
            Assert.True(types.Count > 0, $"There is no type in {space}, so the rule about it checks nothing.");
            // A calculation under way may be a class, as long as nobody else sees it.
            var others = types.Where(type => type.IsVisible && !IsStatic(type) && !IsRecord(type) && !IsKnownOtherwise(type) && !Exempt.Contains(type));
            Offenders.None(others.Select(type => type.FullName), "Make it a record, or a static class of pure functions.");
            Offenders.None(types.SelectMany(Faults), "A value does not change once it is made.");
        }
    }

    [Fact]
    public void What_a_conversation_says_is_a_value()
    {
        var records = Projects.TypesIn(Projects.Core, "PartnershipBot.Core.Conversation").Where(IsRecord).ToList();
        Assert.Contains(typeof(Core.Conversation.Activity), records);
        Offenders.None(records.SelectMany(Faults), "A value does not change once it is made.");
    }

    [Theory]
    [InlineData(typeof(OpenRecord), "neither sealed nor abstract")]
    [InlineData(typeof(SettableRecord), "Name can be set")]
    [InlineData(typeof(LooseStruct), "not readonly")]
    [InlineData(typeof(FieldRecord), "Name is a field")]
    public void A_type_that_can_change_is_found(Type planted, string fault) =>
        Assert.Contains(Faults(planted), found => found.Contains(fault, StringComparison.Ordinal));

    static IEnumerable<string> Faults(Type type)
    {
        if (IsStatic(type) || type.IsEnum || type.IsInterface)
            yield break;
        if (type.IsValueType && !type.IsDefined(typeof(IsReadOnlyAttribute)))
            yield return $"{type.FullName} is not readonly";
        if (type is { IsClass: true, IsSealed: false, IsAbstract: false })
            yield return $"{type.FullName} is neither sealed nor abstract";
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(Own))
            if (property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                yield return $"{type.FullName}.{property.Name} can be set";
        foreach (var field in type.GetFields(Own))
            if (!field.IsInitOnly)
                yield return $"{type.FullName}.{field.Name} is a field";
    }

    static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null ||
        (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    // Enumerations, exceptions, and what the JSON source generator derives from.
    static bool IsKnownOtherwise(Type type) =>
        type.IsEnum || type.IsInterface || typeof(Exception).IsAssignableFrom(type) || typeof(JsonSerializerContext).IsAssignableFrom(type);

#pragma warning disable CA1852, CA1051, CA1801, MA0008, IDE0250 // Planted offenders.
    record OpenRecord(string Name);

    sealed record SettableRecord
    {
        public string Name { get; set; } = "";
    }

    sealed record FieldRecord
    {
        public string Name = "";
    }

    record struct LooseStruct(string Name);
#pragma warning restore CA1852, CA1051, CA1801, MA0008, IDE0250
}
