using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipBot.Playground.Shapes;

/// <summary>Looks at one JSON value and adds a sentence for everything that is wrong with it.</summary>
/// <param name="value">The value.</param>
/// <param name="at">Its JSON pointer.</param>
/// <param name="wrong">Receives "what is wrong [json-pointer:/where]".</param>
internal delegate void Check(JsonElement value, string at, List<string> wrong);

internal sealed record Field(string Name, Check Check, bool Required);

/// <summary>A small language for the shape of a JSON document: unknown fields, missing fields and broken limits are all wrong.</summary>
internal static class Shape
{
    public static readonly Check Anything = (_, _, _) => { };

    public static readonly Check Flag = (value, at, wrong) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Say(wrong, at, "must be true or false");
    };

    public static readonly Check Number = (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.Number) Say(wrong, at, "must be a number");
    };

    public static Field Must(string name, Check check) => new(name, check, true);

    public static Field May(string name, Check check) => new(name, check, false);

    public static Check Text(int max, int min = 1) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.String) Say(wrong, at, "must be a string");
        else if (value.GetString()!.Length < min) Say(wrong, at, string.Create(CultureInfo.InvariantCulture, $"must have at least {min} characters"));
        else if (value.GetString()!.Length > max) Say(wrong, at, string.Create(CultureInfo.InvariantCulture, $"must be no more than {max} characters"));
    };

    public static Check Whole(long min, long max) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt64(out var number) || number < min || number > max)
            Say(wrong, at, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
    };

    public static Check OneOf(params string[] words) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.String || !words.Contains(value.GetString(), StringComparer.Ordinal))
            Say(wrong, at, "must be one of " + string.Join(", ", words));
    };

    /// <summary>Like <see cref="OneOf"/>, without regard to case.</summary>
    public static Check Word(params string[] words) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.String || !words.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase))
            Say(wrong, at, "must be one of " + string.Join(", ", words));
    };

    public static Check Matching(string pattern, string said)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        return (value, at, wrong) =>
        {
            if (value.ValueKind is not JsonValueKind.String || !regex.IsMatch(value.GetString()!)) Say(wrong, at, "must be " + said);
        };
    }

    public static Check ListOf(Check item, int max, int min = 1) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            Say(wrong, at, "must be a list");
            return;
        }
        var count = value.GetArrayLength();
        if (count < min || count > max) Say(wrong, at, string.Create(CultureInfo.InvariantCulture, $"must have from {min} to {max} items"));
        var index = 0;
        foreach (var entry in value.EnumerateArray()) item(entry, string.Create(CultureInfo.InvariantCulture, $"{at}/{index++}"), wrong);
    };

    public static Check Object(params Field[] fields) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            Say(wrong, at, "must be an object");
            return;
        }
        foreach (var property in value.EnumerateObject())
        {
            var field = fields.FirstOrDefault(known => known.Name == property.Name);
            if (field is null) Say(wrong, $"{at}/{property.Name}", $"unknown field \"{property.Name}\"");
            else field.Check(property.Value, $"{at}/{property.Name}", wrong);
        }
        foreach (var field in fields)
            if (field.Required && !value.TryGetProperty(field.Name, out _)) Say(wrong, at, $"missing required field \"{field.Name}\"");
    };

    /// <summary>An object whose <c>type</c> says which of the kinds it is.</summary>
    public static Check Tagged(Func<IReadOnlyDictionary<string, Check>> kinds, string what) => (value, at, wrong) =>
    {
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String)
            Say(wrong, at, $"must be {what} with a type");
        else if (!kinds().TryGetValue(type.GetString()!, out var kind)) Say(wrong, at, $"unsupported type \"{type.GetString()}\" for {what}");
        else kind(value, at, wrong);
    };

    /// <summary>Every one of the checks.</summary>
    public static Check All(params Check[] checks) => (value, at, wrong) =>
    {
        foreach (var check in checks) check(value, at, wrong);
    };

    /// <summary>At least one of the checks; what the first has to say when none is content.</summary>
    public static Check Either(params Check[] checks) => (value, at, wrong) =>
    {
        List<string>? first = null;
        foreach (var check in checks)
        {
            List<string> found = [];
            check(value, at, found);
            if (found.Count is 0) return;
            first ??= found;
        }
        wrong.AddRange(first ?? []);
    };

    /// <summary>A rule over a whole object, asked only of objects. The rule returns what is wrong, or null.</summary>
    public static Check Rule(Func<JsonElement, string?> rule) => (value, at, wrong) =>
    {
        if (value.ValueKind is JsonValueKind.Object && rule(value) is { } said) Say(wrong, at, said);
    };

    public static void Say(List<string> wrong, string at, string what) => wrong.Add($"{what} [json-pointer:{at}]");
}
