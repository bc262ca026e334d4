using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Teams;

/// <summary>Finds buttons and inputs in a card, and puts together what a press sends.</summary>
internal static class CardParts
{
    /// <summary>Every part whose type begins so, in reading order; fallbacks and the refresh action are not parts.</summary>
    public static IEnumerable<JsonElement> OfType(JsonElement part, string prefix)
    {
        if (part.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in part.EnumerateArray())
                foreach (var found in OfType(item, prefix)) yield return found;
        }
        else if (part.ValueKind is JsonValueKind.Object)
        {
            if (Text(part, "type") is { } type && type.StartsWith(prefix, StringComparison.Ordinal)) yield return part;
            foreach (var property in part.EnumerateObject())
                if (property.Name is not ("fallback" or "refresh" or "data"))
                    foreach (var found in OfType(property.Value, prefix)) yield return found;
        }
    }

    /// <summary>The button with this title, verb or id.</summary>
    public static JsonElement Button(JsonElement card, string what)
    {
        foreach (var action in OfType(card, "Action."))
            if (Text(action, "title") == what || Text(action, "verb") == what || Text(action, "id") == what) return action;
        throw new InvalidOperationException($"There is no \"{what}\" to press on the card.");
    }

    public static string? Text(JsonElement part, string name) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>The button's data with what stands in the card's inputs.</summary>
    /// <param name="given">By input id or label: text, a choice's value or title, a date, true or false; several choices with commas.</param>
    public static JsonObject Data(JsonElement card, JsonElement action, IReadOnlyDictionary<string, string?> given)
    {
        var data = action.TryGetProperty("data", out var own) && own.ValueKind is JsonValueKind.Object ? JsonSerializer.SerializeToNode(own)!.AsObject() : [];
        if (string.Equals(Text(action, "associatedInputs"), "none", StringComparison.OrdinalIgnoreCase)) return data;
        var inputs = OfType(card, "Input.").ToList();
        foreach (var name in given.Keys)
            if (!inputs.Exists(input => Names(input, name))) throw new InvalidOperationException($"The card has no input \"{name}\".");
        foreach (var input in inputs)
        {
            var filled = given.FirstOrDefault(entry => Names(input, entry.Key));
            var value = filled.Key is null ? Initial(input) : Value(input, filled.Value);
            if (string.IsNullOrEmpty(value) && input.TryGetProperty("isRequired", out var required) && required.GetBoolean())
                throw new InvalidOperationException($"\"{Text(input, "label")}\" must be filled in; Teams does not send the card without it.");
            if (!string.IsNullOrEmpty(value)) data[Text(input, "id")!] = value;
        }
        return data;
    }

    static bool Names(JsonElement input, string name) => Text(input, "id") == name || Text(input, "label") == name;

    static string? Initial(JsonElement input)
    {
        var value = input.TryGetProperty("value", out var set) ? set.ToString() : null;
        return Text(input, "type") is "Input.Toggle" ? value ?? Text(input, "valueOff") ?? "false" : value;
    }

    static string? Value(JsonElement input, string? given)
    {
        if (string.IsNullOrEmpty(given)) return Text(input, "type") is "Input.Toggle" ? Text(input, "valueOff") ?? "false" : null;
        if (Text(input, "type") is "Input.Toggle")
            return given is "true" ? Text(input, "valueOn") ?? "true" : given is "false" ? Text(input, "valueOff") ?? "false" : given;
        if (Text(input, "type") is not "Input.ChoiceSet") return given;
        var several = input.TryGetProperty("isMultiSelect", out var multi) && multi.GetBoolean();
        return string.Join(',', (several ? given.Split(',', StringSplitOptions.TrimEntries) : [given]).Select(one => Choice(input, one)));
    }

    static string Choice(JsonElement input, string said)
    {
        foreach (var choice in input.GetProperty("choices").EnumerateArray())
            if (Text(choice, "value") == said || Text(choice, "title") == said) return Text(choice, "value")!;
        throw new InvalidOperationException($"There is no choice \"{said}\" in \"{Text(input, "id")}\".");
    }
}
