using System.Reflection;
using System.Text.RegularExpressions;
using Mono.Cecil;
using NetArchTest.Rules;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>Who may know whom. Names are whole namespaces or whole types: "A.B" covers A.B and A.B.C, and not A.Bc.</summary>
internal static class Acquaintance
{
    /// <summary>Fails when a type in <paramref name="subject"/> knows anything in <paramref name="strangers"/>, or when there is no such type.</summary>
    /// <param name="exempt">Full names of types that may know them, each the last word of a design decision; empty for none.</param>
    public static void None(Assembly assembly, string subject, IReadOnlyCollection<string> strangers, params string[] exempt)
    {
        var rule = new KnowsNoneOf(strangers);
        Select(assembly, subject, exempt).Should().MeetCustomRule(rule).GetResult();
        Assert.True(rule.Found.Count == 0, $"{subject} must not know {string.Join(" or ", strangers)}:\n{string.Join('\n', rule.Found)}");
    }

    /// <summary>Fails when no type in <paramref name="subject"/> knows one of <paramref name="friends"/>.</summary>
    public static void All(Assembly assembly, string subject, IEnumerable<Type> friends)
    {
        var known = new KnowsNoneOf([]);
        Select(assembly, subject, []).Should().MeetCustomRule(known).GetResult();
        var missing = friends.Select(friend => friend.FullName!.Replace('+', '/')).Except(known.Seen, StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"{subject} does not know {string.Join(", ", missing)}.");
    }

    /// <summary>Whether a namespace or full type name is <paramref name="name"/> or lies in it.</summary>
    public static bool Covers(string name, string candidate) =>
        candidate.StartsWith(name, StringComparison.Ordinal) && (candidate.Length == name.Length || candidate[name.Length] is '.' or '/');

    static PredicateList Select(Assembly assembly, string subject, string[] exempt)
    {
        var types = Types.InAssembly(assembly).That()
            .ResideInNamespaceMatching($@"^{Regex.Escape(subject)}(\.|$)").And()
            .MeetCustomRule(new NotOneOf(exempt));
        Assert.True(types.GetTypes().Any(), $"There is no type in {subject}, so the rule about it checks nothing. Name a namespace of {assembly.GetName().Name}.");
        return types;
    }

    sealed class KnowsNoneOf(IReadOnlyCollection<string> strangers) : ICustomRule
    {
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Found { get; } = new(StringComparer.Ordinal);

        public bool MeetsRule(TypeDefinition type)
        {
            var known = KnownTypes.Of(type);
            Seen.UnionWith(known);
            var strange = known.Where(name => strangers.Any(stranger => Covers(stranger, name))).ToList();
            Found.UnionWith(strange.Select(name => $"  {type.FullName} knows {name}"));
            return strange.Count == 0;
        }
    }

    sealed class NotOneOf(string[] names) : ICustomRule
    {
        public bool MeetsRule(TypeDefinition type) => !names.Any(name => Covers(name, type.FullName));
    }
}
