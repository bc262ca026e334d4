using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Tests;

/// <summary>Somebody in a script, on one channel.</summary>
public sealed class ScriptPerson(string name, string channel)
{
    public string Name => name;

    public string Channel => channel;

    public Identity Identity { get; } = new(channel, channel == "door" ? "" : "T1", name);

    /// <summary>Where the person and the bot talk alone.</summary>
    public ConversationReference Chat { get; } = new(channel, channel == "door" ? "" : "A1|none|T1", name, ConversationKind.Personal);

    /// <summary>What the channel itself told about the person.</summary>
    public Profile? Profile { get; init; } = new(name, "Europe/London", "en");

    /// <summary>The form that is open before the person; null when none is.</summary>
    public Form? Form { get; internal set; }

    /// <summary>The message that the open form was pressed from; null when from none.</summary>
    internal string? FormMessage { get; set; }

    /// <summary>The mistakes that the open form shows.</summary>
    public IReadOnlyList<InputError> Errors { get; internal set; } = [];

    /// <summary>What the last request answered by itself.</summary>
    public InvokeResponse Answer { get; internal set; } = InvokeResponse.Ok;
}
