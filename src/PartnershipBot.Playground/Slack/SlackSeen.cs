using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>A message as it stands now.</summary>
/// <param name="Channel">The conversation, <c>D...</c> or <c>C...</c>.</param>
/// <param name="Ts">Slack's id of a message; unique in the town.</param>
/// <param name="User">Who wrote it: a person's user id or the bot's.</param>
/// <param name="Blocks">With an id on every block and element; null when the message is only text.</param>
/// <param name="ThreadTs">The first message of its thread; null outside threads.</param>
/// <param name="Edited">True once it was updated.</param>
/// <param name="EphemeralFor">The only person who sees it; null for everybody.</param>
public sealed record SlackMessage(
    string Channel, string Ts, string User, string Text, JsonElement? Blocks, string? ThreadTs = null, bool Edited = false, string? EphemeralFor = null);

/// <summary>A modal or a Home view as it stands now.</summary>
/// <param name="Id">Slack's id of the view, <c>V...</c>.</param>
/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
/// <param name="Json">What the bot sent, with ids filled in.</param>
/// <param name="Errors">What the bot said about the last submission, by block id.</param>
public sealed record SlackView(string Id, string Type, string Hash, JsonElement Json, IReadOnlyDictionary<string, string> Errors)
{
    internal string RootId { get; init; } = Id;
    internal string? PreviousId { get; init; }

    /// <summary>What stands in its inputs, by block id and action id, in Slack's form.</summary>
    internal Dictionary<(string Block, string Action), JsonObject> Values { get; init; } = [];

    internal JsonElement Blocks => Json.GetProperty("blocks");

    internal string? Text(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

/// <summary>One call of the Web API as it arrived.</summary>
/// <param name="Method">For instance <c>chat.postMessage</c>.</param>
/// <param name="Arguments">JSON body or form, as one object.</param>
/// <param name="Error">What it was refused with; null when it went well.</param>
public sealed record SlackCall(string Method, JsonElement Arguments, string? Error);
