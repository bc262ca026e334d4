using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Reads an Adaptive Card as a person reads it in Teams.</summary>
internal static partial class TeamsScreen
{
    public static Screen Of(TeamsMessage message, string mri)
    {
        var seen = new ScreenWriter();
        seen.Line(message.Text);
        if (message.CardFor(mri) is { } card) foreach (var part in card.GetProperty("body").EnumerateArray()) Read(part, seen);
        return seen.Done();
    }

    /// <summary>The card's inputs in reading order: the words that ask, and the id.</summary>
    public static IEnumerable<(string Label, string Id)> InputsOf(JsonElement card) =>
        card.GetProperty("body").EnumerateArray().Where(IsInput).Select(input => (Text(input, "label"), Text(input, "id")));

    static void Read(JsonElement part, ScreenWriter seen)
    {
        switch (Text(part, "type"))
        {
            case "TextBlock": seen.Line(Plain(Text(part, "text"))); break;
            case "RichTextBlock": seen.Line(Runs(part)); break;
            case "ColumnSet": seen.Line(string.Join(": ", part.GetProperty("columns").EnumerateArray().SelectMany(column => column.GetProperty("items").EnumerateArray()).Select(Runs))); break;
            case "ActionSet": foreach (var action in part.GetProperty("actions").EnumerateArray()) seen.Button(Text(action, "title")); break;
            case var _ when IsInput(part): ReadInput(part, seen); break;
            case var other: throw new InvalidOperationException($"Nobody here can read a \"{other}\". Add it to TeamsScreen.");
        }
    }

    static void ReadInput(JsonElement input, ScreenWriter seen)
    {
        seen.Line(Text(input, "label"));
        if (!input.TryGetProperty("choices", out var choices)) return;
        foreach (var choice in choices.EnumerateArray()) seen.Line(Plain(Text(choice, "title")));
    }

    static bool IsInput(JsonElement part) => Text(part, "type").StartsWith("Input.", StringComparison.Ordinal);

    static string Runs(JsonElement block) => string.Concat(block.GetProperty("inlines").EnumerateArray().Select(run => Text(run, "text")));

    /// <summary>Markdown's signs stand behind a backslash, which is not seen.</summary>
    static string Plain(string markdown) => Escape.Replace(markdown, "${sign}");

    static string Text(JsonElement part, string name) => part.GetProperty(name).GetString()!;

    [GeneratedRegex(@"\\(?<sign>.)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape { get; }
}
