using System.Text.Json;
using PartnershipBot.Playground.Shapes;
using static PartnershipBot.Playground.Shapes.Shape;
using static PartnershipBot.Playground.Slack.BlockKitElements;

namespace PartnershipBot.Playground.Slack;

/// <summary>What Slack accepts as blocks: known types and fields only, within Slack's limits.</summary>
internal static class BlockKitRules
{
    const int MostBlocksInMessage = 50, MostBlocksInView = 100;

    static readonly Field BlockId = May("block_id", Text(255));

    static readonly Check Style = Object(
        May("bold", Flag), May("italic", Flag), May("strike", Flag), May("code", Flag), May("underline", Flag));

    static readonly Check Inline = Object(
        Must("type", OneOf("text", "link", "user", "usergroup", "channel", "emoji", "broadcast", "date", "color")),
        May("text", Text(3000)), May("url", Text(3000)), May("style", Style), May("unsafe", Flag), May("user_id", Text(255)),
        May("usergroup_id", Text(255)), May("channel_id", Text(255)), May("name", Text(255)), May("unicode", Text(255)), May("range", Text(255)),
        May("timestamp", Number), May("format", Text(255)), May("fallback", Text(255)), May("value", Text(255)));

    static readonly Check Passage = Object(
        Must("type", OneOf("rich_text_section", "rich_text_quote", "rich_text_preformatted")),
        Must("elements", ListOf(Inline, 1000, 0)), May("border", Whole(0, 1)));

    static readonly Check Bullets = Object(
        Kind("rich_text_list"), Must("style", OneOf("bullet", "ordered")), Must("elements", ListOf(Passage, 1000)),
        May("indent", Whole(0, 8)), May("offset", Whole(0, 1000)), May("border", Whole(0, 1)));

    static readonly Dictionary<string, Check> RichParts = new()
    {
        ["rich_text_section"] = Passage,
        ["rich_text_quote"] = Passage,
        ["rich_text_preformatted"] = Passage,
        ["rich_text_list"] = Bullets,
    };

    static readonly Dictionary<string, Check> Blocks = new()
    {
        ["header"] = Object(Kind("header"), BlockId, Must("text", Plain(150))),
        ["divider"] = Object(Kind("divider"), BlockId),
        ["section"] = All(
            Object(Kind("section"), BlockId, May("text", AnyText(3000)), May("fields", ListOf(AnyText(2000), 10)), May("accessory", Accessory), May("expand", Flag)),
            Rule(section => section.TryGetProperty("text", out _) || section.TryGetProperty("fields", out _) ? null : "must have text or fields")),
        ["context"] = Object(Kind("context"), BlockId, Must("elements", ListOf(InContext, 10))),
        ["actions"] = Object(Kind("actions"), BlockId, Must("elements", ListOf(InActions, 25))),
        ["input"] = Object(Kind("input"), BlockId, Must("label", Plain(2000)), Must("element", InInput), May("hint", Plain(2000)),
            May("optional", Flag), May("dispatch_action", Flag)),
        ["image"] = All(
            Object(Kind("image"), BlockId, May("image_url", Text(3000)), May("slack_file", Anything), Must("alt_text", Text(2000)), May("title", Plain(2000))),
            Rule(image => image.TryGetProperty("image_url", out _) == image.TryGetProperty("slack_file", out _) ? "must have image_url or slack_file" : null)),
        ["rich_text"] = Object(Kind("rich_text"), BlockId, Must("elements", ListOf(Tagged(() => RichParts, "a part of rich text"), 1000, 0))),
    };

    static readonly Check Block = Tagged(() => Blocks, "a block");

    static readonly Check MessageBlocks = All(ListOf(Block, MostBlocksInMessage, 0), IdsAreUnique);

    static readonly Field ViewBlocks = Must("blocks", All(ListOf(Block, MostBlocksInView, 0), IdsAreUnique));

    static readonly Field[] EveryView =
    [
        ViewBlocks, May("private_metadata", Text(3000, 0)), May("callback_id", Text(255, 0)), May("external_id", Text(255, 0)),
    ];

    static readonly Dictionary<string, Check> Views = new()
    {
        ["home"] = Object([Kind("home"), .. EveryView]),
        ["modal"] = All(
            Object([Kind("modal"), Must("title", Plain(24)), May("submit", Plain(24)), May("close", Plain(24)), May("clear_on_close", Flag),
                May("notify_on_close", Flag), May("submit_disabled", Flag), .. EveryView]),
            Rule(modal => !modal.TryGetProperty("submit", out _) && HasInput(modal) ? "must have submit when it has an input block" : null)),
    };

    static readonly Check View = Tagged(() => Views, "a view");

    /// <summary>What is wrong with a message's blocks; empty when Slack would take them.</summary>
    public static IReadOnlyList<string> Message(JsonElement blocks)
    {
        List<string> wrong = [];
        MessageBlocks(blocks, "/blocks", wrong);
        return wrong;
    }

    /// <summary>What is wrong with a modal or Home view; empty when Slack would take it.</summary>
    public static IReadOnlyList<string> OfView(JsonElement view)
    {
        List<string> wrong = [];
        View(view, "/view", wrong);
        return wrong;
    }

    static void IdsAreUnique(JsonElement blocks, string at, List<string> wrong)
    {
        if (blocks.ValueKind is not JsonValueKind.Array) return;
        foreach (var twice in Repeated(blocks.EnumerateArray(), "block_id")) Say(wrong, at, $"block_id \"{twice}\" already exists");
        foreach (var block in blocks.EnumerateArray())
            if (block.ValueKind is JsonValueKind.Object && block.TryGetProperty("elements", out var elements) && elements.ValueKind is JsonValueKind.Array)
                foreach (var twice in Repeated(elements.EnumerateArray(), "action_id")) Say(wrong, at, $"action_id \"{twice}\" already exists in its block");
    }

    static IEnumerable<string> Repeated(IEnumerable<JsonElement> items, string name) => items
        .Where(item => item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var id) && id.ValueKind is JsonValueKind.String)
        .GroupBy(item => item.GetProperty(name).GetString()!)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);

    static bool HasInput(JsonElement view) => view.TryGetProperty("blocks", out var blocks) && blocks.ValueKind is JsonValueKind.Array
        && blocks.EnumerateArray().Any(block => block.ValueKind is JsonValueKind.Object && block.TryGetProperty("type", out var type)
            && type.ValueKind is JsonValueKind.String && type.GetString() is "input");
}
