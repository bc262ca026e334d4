using System.Text.Json;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Reads Block Kit as a person reads it in Slack.</summary>
internal static class SlackScreen
{
    public static Screen Of(SlackMessage message)
    {
        var seen = new ScreenWriter();
        if (message.Blocks is { } blocks) Read(blocks, seen);
        else seen.Line(message.Text);
        return seen.Done();
    }

    /// <summary>A form: its title, its questions with their choices, and what is said to be wrong.</summary>
    public static Screen Of(SlackView view)
    {
        var seen = new ScreenWriter();
        seen.Line(Text(view.Json, "title"));
        Read(view.Json.GetProperty("blocks"), seen);
        foreach (var wrong in view.Errors.Values) seen.Line(wrong);
        seen.Button(Text(view.Json, "submit"));
        return seen.Done();
    }

    static void Read(JsonElement blocks, ScreenWriter seen)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            switch (block.GetProperty("type").GetString())
            {
                case "header" or "section": seen.Line(Text(block, "text")); break;
                case "context": foreach (var part in block.GetProperty("elements").EnumerateArray()) seen.Line(part.GetProperty("text").GetString()!); break;
                case "rich_text": foreach (var line in block.GetProperty("elements").EnumerateArray()) seen.Line(Runs(line)); break;
                case "actions": foreach (var button in block.GetProperty("elements").EnumerateArray()) seen.Button(Text(button, "text")); break;
                case "input": ReadInput(block, seen); break;
                case "divider": break;
                case var other: throw new InvalidOperationException($"Nobody here can read a \"{other}\" block. Add it to SlackScreen.");
            }
        }
    }

    static void ReadInput(JsonElement block, ScreenWriter seen)
    {
        seen.Line(Text(block, "label"));
        if (block.TryGetProperty("hint", out _)) seen.Line(Text(block, "hint"));
        if (!block.GetProperty("element").TryGetProperty("options", out var options)) return;
        foreach (var option in options.EnumerateArray()) seen.Line(Text(option, "text"));
    }

    static string Runs(JsonElement section) => string.Concat(section.GetProperty("elements").EnumerateArray().Select(run => run.GetProperty("text").GetString()));

    static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetProperty("text").GetString()!;
}
