using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PartnershipBot.Web.Slack;

/// <summary>Reads Slack's JSON without trusting its shape: what is absent, null or of another kind reads as empty.</summary>
internal static class SlackJson
{
    /// <summary>Ours and every documented payload nest less than half as deep.</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    public static JsonElement Get(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    public static IEnumerable<JsonElement> Items(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <returns>A string, or a number as it is written; the empty string for everything else.</returns>
    public static string Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).Text();

    public static string Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => String(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    public static bool Flag(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).ValueKind == JsonValueKind.True;

    /// <summary>Whether it is a string that says exactly this.</summary>
    public static bool Is(this JsonElement element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        var value = element.Get(name);
        return value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
    }

    static string String(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: the rest of a person's words is still theirs.
            return Salvage(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element))[1..^1]);
        }
    }

    static string Salvage(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\') { text.Append(raw[i]); continue; }
            i++;
            text.Append(raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'u' => Unit(raw.AsSpan(i + 1, 4)), var other => other });
            if (raw[i] == 'u') i += 4;
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    static char Unit(ReadOnlySpan<char> digits) => (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
