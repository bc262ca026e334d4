namespace PartnershipBot.Core.Conversation;

/// <summary>Finds the route of a verb, and the verb that typed words mean.</summary>
public sealed class Router
{
    /// <summary>What is asked when nothing else fits.</summary>
    public const string Unknown = "unknown";

    /// <summary>What is asked when a code opens nothing.</summary>
    public const string NoInvitation = "join.unknown";

    readonly Dictionary<string, Route> routes = new(StringComparer.Ordinal);
    readonly Dictionary<string, Route> words = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A verb or a typed word has two routes, or there is none for <see cref="Unknown"/>.</exception>
    public Router(IEnumerable<Route> all)
    {
        foreach (var route in all)
        {
            if (!routes.TryAdd(route.Verb, route))
                throw new InvalidOperationException($"Verb '{route.Verb}' has two handlers. Each verb has one: see Routes.cs.");
            foreach (var word in route.Says)
                if (!words.TryAdd(word, route))
                    throw new InvalidOperationException($"The typed words '{word}' mean both '{words[word].Verb}' and '{route.Verb}'. Each means one thing: see Routes.cs.");
        }
        if (!routes.ContainsKey(Unknown))
            throw new InvalidOperationException($"Verb '{Unknown}' has no handler. It answers what is not understood: see Routes.cs.");
    }

    public IReadOnlyCollection<Route> Routes => routes.Values;

    /// <returns>Null when nothing answers to the verb.</returns>
    public Route? Find(string verb) => routes.GetValueOrDefault(verb);

    /// <summary>Understands typed words: in any case, with small misspellings, with what follows as the value.</summary>
    public (Route Route, string Value) Understand(string text)
    {
        var typed = text.Trim().TrimStart('/').TrimEnd('.', '!', '?').Trim();
        var tokens = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var length = Math.Min(tokens.Length, 4); length > 0; length--)
        {
            var phrase = string.Join(' ', tokens[..length]).ToLowerInvariant();
            if (Nearest(phrase) is { } route) return (route, string.Join(' ', tokens[length..]));
        }
        return (routes[Unknown], typed);
    }

    Route? Nearest(string phrase)
    {
        if (words.TryGetValue(phrase, out var exact)) return exact;
        Route? nearest = null;
        var least = phrase.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        foreach (var (word, route) in words)
        {
            if (Math.Abs(word.Length - phrase.Length) > least || word.Length < 4) continue;
            var distance = Misspelling.Distance(word, phrase);
            if (distance > least) continue;
            // Two different meanings at the same distance: better to ask than to guess.
            if (distance == least && nearest is not null && nearest != route) return null;
            (nearest, least) = (route, distance);
        }
        return nearest;
    }
}
