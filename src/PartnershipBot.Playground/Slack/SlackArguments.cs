using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>The arguments of one Web API call; null and absent are the same.</summary>
internal sealed class SlackArguments(JsonObject json)
{
    public string? Text(string name) => json[name] is JsonValue value ? value.ToString() : null;

    public bool Flag(string name) => Text(name) is "true" or "1";

    public int? Whole(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public JsonElement? Json(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => Parsed(text),
        var node => JsonSerializer.SerializeToElement(node),
    };

    /// <summary>JSON inside a string is taken too, as Slack does.</summary>
    static JsonElement Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}
