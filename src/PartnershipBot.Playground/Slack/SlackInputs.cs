using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>What a person put into an element, in Slack's form. Several choices are written with commas between them.</summary>
internal static class SlackInputs
{
    /// <summary>The element's entry in <c>state.values</c>.</summary>
    /// <param name="element">The element as the bot sent it.</param>
    /// <param name="given">Text, an option's value or its words, a date, a user id; null or empty for nothing.</param>
    public static JsonObject Value(JsonElement element, string? given)
    {
        var type = element.GetProperty("type").GetString()!;
        var value = new JsonObject { ["type"] = type };
        var text = string.IsNullOrEmpty(given) ? null : given;
        switch (type)
        {
            case "plain_text_input" or "number_input" or "email_text_input" or "url_text_input": value["value"] = text; break;
            case "static_select" or "radio_buttons" or "overflow": value["selected_option"] = text is null ? null : Option(element, text); break;
            case "checkboxes" or "multi_static_select": value["selected_options"] = List(text, one => Option(element, one)); break;
            case "datepicker": value["selected_date"] = text; break;
            case "timepicker": value["selected_time"] = text; break;
            case "datetimepicker": value["selected_date_time"] = text is null ? null : JsonNode.Parse(text); break;
            case "users_select": value["selected_user"] = text; break;
            case "channels_select": value["selected_channel"] = text; break;
            case "conversations_select": value["selected_conversation"] = text; break;
            case "multi_users_select": value["selected_users"] = List(text, one => JsonValue.Create(one)); break;
            default: throw new InvalidOperationException($"Nobody can fill in a \"{type}\".");
        }
        return value;
    }

    /// <summary>What stands in the element before anybody touches it.</summary>
    public static JsonObject Initial(JsonElement element)
    {
        string? given = null;
        foreach (var name in (string[])["initial_value", "initial_date", "initial_time", "initial_user", "initial_channel", "initial_conversation"])
            if (element.TryGetProperty(name, out var initial)) given = initial.GetString();
        if (element.TryGetProperty("initial_date_time", out var moment)) given = moment.GetRawText();
        if (element.TryGetProperty("initial_option", out var one)) given = one.GetProperty("value").GetString();
        if (element.TryGetProperty("initial_options", out var many)) given = string.Join(',', many.EnumerateArray().Select(option => option.GetProperty("value").GetString()));
        if (element.TryGetProperty("initial_users", out var users)) given = string.Join(',', users.EnumerateArray().Select(user => user.GetString()));
        return Value(element, given);
    }

    /// <summary>Nothing stands in it.</summary>
    public static bool IsEmpty(JsonObject value) =>
        value.Where(field => field.Key is not "type").All(field => field.Value is null or JsonArray { Count: 0 });

    /// <summary>Every element of a view or message that holds a value, with its block and whether it must be filled in.</summary>
    public static IEnumerable<(JsonElement Block, JsonElement Element, bool Required)> In(JsonElement blocks)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            if (block.TryGetProperty("element", out var asked))
                yield return (block, asked, !(block.TryGetProperty("optional", out var optional) && optional.GetBoolean()));
            if (block.TryGetProperty("accessory", out var beside) && Holds(beside)) yield return (block, beside, false);
            if (block.GetProperty("type").GetString() is "actions")
                foreach (var element in block.GetProperty("elements").EnumerateArray())
                    if (Holds(element)) yield return (block, element, false);
        }
    }

    /// <summary>Everything in it that can be pressed or chosen from.</summary>
    public static IEnumerable<(JsonElement Block, JsonElement Element)> Pressable(JsonElement blocks)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            if (block.TryGetProperty("accessory", out var beside) && beside.GetProperty("type").GetString() is not "image") yield return (block, beside);
            if (block.TryGetProperty("element", out var asked)) yield return (block, asked);
            if (block.GetProperty("type").GetString() is "actions")
                foreach (var element in block.GetProperty("elements").EnumerateArray()) yield return (block, element);
        }
    }

    public static string TextOf(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var text) && text.TryGetProperty("text", out var words) ? words.GetString()! : "";

    static bool Holds(JsonElement element) => element.GetProperty("type").GetString() is not ("button" or "image" or "overflow");

    static JsonArray List(string? text, Func<string, JsonNode?> item) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item)];

    static JsonNode Option(JsonElement element, string said)
    {
        IEnumerable<JsonElement> options = element.TryGetProperty("options", out var flat)
            ? flat.EnumerateArray()
            : element.GetProperty("option_groups").EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray());
        foreach (var option in options)
            if (option.GetProperty("value").GetString() == said || TextOf(option, "text") == said) return JsonSerializer.SerializeToNode(option)!;
        throw new InvalidOperationException($"There is no option \"{said}\" in \"{element.GetProperty("action_id").GetString()}\".");
    }
}
