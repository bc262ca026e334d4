using System.Text.Json;
using PartnershipBot.Playground.Shapes;
using static PartnershipBot.Playground.Shapes.Shape;

namespace PartnershipBot.Playground.Slack;

/// <summary>The shapes and limits of Block Kit's texts and elements.</summary>
internal static class BlockKitElements
{
    static readonly Field ActionId = May("action_id", Text(255));
    static readonly Field Focus = May("focus_on_load", Flag);
    static readonly Field Placeholder = May("placeholder", Plain(150));

    static readonly Check Confirm = Object(
        Must("title", Plain(100)), Must("text", AnyText(300)), Must("confirm", Plain(30)), Must("deny", Plain(30)),
        May("style", OneOf("primary", "danger")));

    static readonly Field MayConfirm = May("confirm", Confirm);
    static readonly Check SelectOption = Option(Plain(75));
    static readonly Check ListOption = Option(AnyText(75));

    static readonly Check Dispatch = Object(
        May("trigger_actions_on", ListOf(OneOf("on_enter_pressed", "on_character_entered"), 2)));

    static readonly Check Day = Matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date like 2026-11-24");
    static readonly Check Hour = Matching("^[0-2][0-9]:[0-5][0-9]$", "a time like 09:30");

    static readonly Check Button = Object(
        Kind("button"), Must("text", Plain(75)), ActionId, May("value", Text(2000, 0)), May("url", Text(3000)),
        May("style", OneOf("primary", "danger")), MayConfirm, May("accessibility_label", Text(75)));

    static readonly Check Image = Object(
        Kind("image"), May("image_url", Text(3000)), May("slack_file", Anything), Must("alt_text", Text(2000)));

    static readonly Check Overflow = Object(Kind("overflow"), ActionId, Must("options", ListOf(SelectOption, 5)), MayConfirm);

    static readonly Dictionary<string, Check> Choices = new()
    {
        ["static_select"] = Select("static_select", [May("initial_option", SelectOption)]),
        ["users_select"] = Object(Kind("users_select"), ActionId, Placeholder, May("initial_user", Text(255)), MayConfirm, Focus),
        ["conversations_select"] = Object(Kind("conversations_select"), ActionId, Placeholder, May("initial_conversation", Text(255)),
            May("default_to_current_conversation", Flag), May("response_url_enabled", Flag), May("filter", Anything), MayConfirm, Focus),
        ["channels_select"] = Object(Kind("channels_select"), ActionId, Placeholder, May("initial_channel", Text(255)),
            May("response_url_enabled", Flag), MayConfirm, Focus),
        ["multi_static_select"] = Select("multi_static_select", [May("initial_options", ListOf(SelectOption, 100)), May("max_selected_items", Whole(1, 100))]),
        ["multi_users_select"] = Object(Kind("multi_users_select"), ActionId, Placeholder, May("initial_users", ListOf(Text(255), 100)),
            May("max_selected_items", Whole(1, 100)), MayConfirm, Focus),
        ["datepicker"] = Object(Kind("datepicker"), ActionId, Placeholder, May("initial_date", Day), MayConfirm, Focus),
        ["timepicker"] = Object(Kind("timepicker"), ActionId, Placeholder, May("initial_time", Hour), May("timezone", Text(255)), MayConfirm, Focus),
        ["datetimepicker"] = Object(Kind("datetimepicker"), ActionId, May("initial_date_time", Whole(1_000_000_000, 9_999_999_999)), MayConfirm, Focus),
        ["radio_buttons"] = All(
            Object(Kind("radio_buttons"), ActionId, Must("options", ListOf(ListOption, 10)), May("initial_option", ListOption), MayConfirm, Focus),
            Rule(InitialIsAnOption)),
        ["checkboxes"] = All(
            Object(Kind("checkboxes"), ActionId, Must("options", ListOf(ListOption, 10)), May("initial_options", ListOf(ListOption, 10)), MayConfirm, Focus),
            Rule(InitialIsAnOption)),
    };

    static readonly Dictionary<string, Check> Typed = new()
    {
        ["plain_text_input"] = Object(Kind("plain_text_input"), ActionId, Placeholder, May("initial_value", Text(3000, 0)), May("multiline", Flag),
            May("min_length", Whole(0, 3000)), May("max_length", Whole(1, 3000)), May("dispatch_action_config", Dispatch), Focus),
        ["number_input"] = Object(Kind("number_input"), ActionId, Placeholder, Must("is_decimal_allowed", Flag), May("initial_value", Text(255)),
            May("min_value", Text(255)), May("max_value", Text(255)), May("dispatch_action_config", Dispatch), Focus),
        ["email_text_input"] = Object(Kind("email_text_input"), ActionId, Placeholder, May("initial_value", Text(3000)), May("dispatch_action_config", Dispatch), Focus),
        ["url_text_input"] = Object(Kind("url_text_input"), ActionId, Placeholder, May("initial_value", Text(3000)), May("dispatch_action_config", Dispatch), Focus),
    };

    static readonly Dictionary<string, Check> Pressed = new(Choices) { ["button"] = Button, ["overflow"] = Overflow };
    static readonly Dictionary<string, Check> Beside = new(Pressed) { ["image"] = Image };
    static readonly Dictionary<string, Check> Asked = new(Choices.Concat(Typed));
    static readonly Dictionary<string, Check> Small = new() { ["image"] = Image, ["plain_text"] = Plain(3000), ["mrkdwn"] = Mrkdwn(3000) };

    /// <summary>What an actions block may hold.</summary>
    public static readonly Check InActions = Tagged(() => Pressed, "an element of an actions block");

    /// <summary>What may stand beside a section.</summary>
    public static readonly Check Accessory = Tagged(() => Beside, "an accessory");

    /// <summary>What an input block may ask with.</summary>
    public static readonly Check InInput = Tagged(() => Asked, "an input element");

    /// <summary>What a context block may hold.</summary>
    public static readonly Check InContext = Tagged(() => Small, "an element of a context block");

    public static Field Kind(string type) => Must("type", OneOf(type));

    public static Check Plain(int max) => Object(Kind("plain_text"), Must("text", Text(max)), May("emoji", Flag));

    public static Check Mrkdwn(int max) => Object(Kind("mrkdwn"), Must("text", Text(max)), May("verbatim", Flag));

    public static Check AnyText(int max)
    {
        var kinds = new Dictionary<string, Check> { ["plain_text"] = Plain(max), ["mrkdwn"] = Mrkdwn(max) };
        return Tagged(() => kinds, "a text");
    }

    static Check Option(Check text) => Object(
        Must("text", text), Must("value", Text(150)), May("description", AnyText(75)), May("url", Text(3000)));

    static Check Select(string type, Field[] more) => All(
        Object([Kind(type), ActionId, Placeholder, MayConfirm, Focus, May("options", ListOf(SelectOption, 100)),
            May("option_groups", ListOf(Object(Must("label", Plain(75)), Must("options", ListOf(SelectOption, 100))), 100)), .. more]),
        Rule(select => select.TryGetProperty("options", out _) == select.TryGetProperty("option_groups", out _)
            ? "must have either options or option_groups" : null),
        Rule(InitialIsAnOption));

    static string? InitialIsAnOption(JsonElement element)
    {
        if (!element.TryGetProperty("options", out var options) || options.ValueKind is not JsonValueKind.Array) return null;
        IEnumerable<JsonElement> chosen = element.TryGetProperty("initial_option", out var one) ? [one]
            : element.TryGetProperty("initial_options", out var many) && many.ValueKind is JsonValueKind.Array ? [.. many.EnumerateArray()]
            : [];
        return chosen.All(initial => options.EnumerateArray().Any(option => JsonElement.DeepEquals(option, initial)))
            ? null : "an initial option must be one of the options";
    }
}
