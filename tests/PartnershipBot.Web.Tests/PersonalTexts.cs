using System.Text.Json;

namespace PartnershipBot.Web.Tests;

/// <summary>What in a payload is about people or written by them, and so may never be logged.</summary>
internal static class PersonalTexts
{
    static readonly HashSet<string> Names = new(
        ["text", "name", "real_name", "display_name", "user_name", "username", "email", "content", "value", "title", "displayName", "givenName", "surname", "userPrincipalName", "summary", "comment"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>More than one word, an address, or another script: single words are as often the platform's own.</summary>
    /// <param name="json">Anything; what is not JSON has none.</param>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonDocument.TryParseValue(ref reader, out var document) ? [.. In(document.RootElement, "").Distinct(StringComparer.Ordinal)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    static IEnumerable<string> In(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(item, name)),
        JsonValueKind.String when Names.Contains(name) && Text(element) is { } text && IsTelling(text) => [text],
        _ => [],
    };

    static bool IsTelling(string text) => text.Length >= 5 && text.Any(c => c is ' ' or '@' || !char.IsAscii(c));

    static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString()!.Trim();
        }
        catch (InvalidOperationException)
        {
            return null; // Half a character.
        }
    }
}
