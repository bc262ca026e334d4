namespace PartnershipBot.Playground.Slack;

/// <summary>A pretend Slack workspace with one app installed in it.</summary>
public sealed record SlackTownOptions
{
    public string TeamId { get; init; } = "T0HARBOUR1";
    public string TeamName { get; init; } = "Open Door";
    public string TeamDomain { get; init; } = "open-door";
    public string AppId { get; init; } = "A0PARTNER1";
    public string BotUserId { get; init; } = "U0PARTBOT1";
    public string BotId { get; init; } = "B0PARTBOT1";
    public string BotName { get; init; } = "PartnershipBot";

    /// <summary>Signs what the town sends.</summary>
    public required string SigningSecret { get; init; }

    /// <summary>The only bearer the Web API takes.</summary>
    public required string BotToken { get; init; }

    /// <summary>How long after a press a form can be opened.</summary>
    public TimeSpan TriggerLives { get; init; } = TimeSpan.FromSeconds(3);

    public IReadOnlyList<SlackPerson> People { get; init; } = [];
    public IReadOnlyList<SlackRoom> Rooms { get; init; } = [];
}

/// <param name="Id">A user id, <c>U...</c>.</param>
/// <param name="TimeZone">IANA name, for instance Europe/London.</param>
/// <param name="Locale">For instance en-GB.</param>
public sealed record SlackPerson(string Id, string Name, string TimeZone = "Europe/London", string Locale = "en-GB")
{
    /// <summary>The id of this person's conversation with the app.</summary>
    public string DirectMessages => "D" + Id[1..];
}

/// <summary>A channel.</summary>
/// <param name="Id">A channel id, <c>C...</c>.</param>
/// <param name="Members">User ids. The app may post only where its own bot user is one of them.</param>
public sealed record SlackRoom(string Id, string Name, IReadOnlyList<string> Members);
