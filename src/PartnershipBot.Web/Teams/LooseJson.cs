using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PartnershipBot.Web.Teams;

/// <summary>Reads JSON whose parts may be missing, of another kind, or spelled in another case.</summary>
internal static class LooseJson
{
    /// <returns>An element of kind Undefined when there is none.</returns>
    public static JsonElement Get(this JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object) return default;
        if (parent.TryGetProperty(name, out var exact)) return exact;
        foreach (var property in parent.EnumerateObject())
            if (IsNamed(property, name)) return property.Value;
        return default;
    }

    /// <summary>Most parts that are looked for are missing, so a name is only made into a string where it is written with escapes.</summary>
    static bool IsNamed(JsonProperty property, string name)
    {
        var written = JsonMarshal.GetRawUtf8PropertyName(property);
        return written.Contains((byte)'\\') ? IsSpelled(property, name) : Ascii.EqualsIgnoreCase(written, name);
    }

    static bool IsSpelled(JsonProperty property, string name) => string.Equals(Decoded(() => property.Name), name, StringComparison.OrdinalIgnoreCase);

    /// <returns>Empty when it is missing or not text.</returns>
    public static string Text(this JsonElement parent, string name) => parent.Get(name).AsText();

    /// <returns>Empty when it is not text.</returns>
    /// <exception cref="JsonException">It holds half a character.</exception>
    public static string AsText(this JsonElement element) => element.ValueKind == JsonValueKind.String ? Decoded(() => element.GetString()!) : "";

    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        parent.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <returns>The object, also when it was sent as text that holds one; kind Undefined when it is neither.</returns>
    public static JsonElement Object(this JsonElement parent, string name)
    {
        var found = parent.Get(name);
        if (found.ValueKind == JsonValueKind.Object) return found;
        if (!found.AsText().TrimStart().StartsWith('{')) return default;
        try
        {
            using var inner = JsonDocument.Parse(found.AsText(), new JsonDocumentOptions { MaxDepth = TeamsActivity.Deepest });
            return inner.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The members as text: words as they are, numbers and yes or no as they are written; lists and objects are left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(this JsonElement parent)
    {
        if (parent.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in parent.EnumerateObject())
        {
            var text = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.AsText(),
                JsonValueKind.Number => member.Value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
            if (text is not null) yield return new(Decoded(() => member.Name), text);
        }
    }

    static string Decoded(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("The text holds half a character.", half);
        }
    }
}
