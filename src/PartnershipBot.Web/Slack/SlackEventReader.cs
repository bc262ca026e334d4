using System.Text.Json;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Reads what the Events API delivers.</summary>
internal static class SlackEventReader
{
    /// <summary>The user that Slack's own notices come from.</summary>
    const string Slackbot = "USLACKBOT";

    public static SlackReading Read(JsonElement envelope)
    {
        if (envelope.Is("type"u8, "url_verification"u8)) return new SlackReading.Challenge(envelope.Text("challenge"u8));
        if (!envelope.Is("type"u8, "event_callback"u8)) return new SlackReading.Nothing("it carries no event", envelope.Text("type"u8));

        var inner = envelope.Get("event"u8);
        var type = inner.Text("type"u8);
        var source = SlackSource.OfEvent(envelope, inner);
        if (!source.IsKnown) return new SlackReading.Nothing("the workspace is not told", type);

        return type switch
        {
            "message" => Message(envelope, inner, source),
            "app_mention" => Mention(envelope, inner, source),
            "app_home_opened" => HomeOpened(envelope, inner, source),
            "member_joined_channel" => Joined(envelope, inner, source),
            "channel_id_changed" => Moved(envelope, inner, source),
            "app_uninstalled" => new SlackReading.Removed(source.Installation, Sent(envelope)),
            "tokens_revoked" when inner.Get("tokens"u8).Get("bot"u8).First().ValueKind == JsonValueKind.String => new SlackReading.Removed(source.Installation, Sent(envelope)),
            _ => new SlackReading.Nothing("nothing answers to it", type),
        };
    }

    static SlackReading Message(JsonElement envelope, JsonElement inner, SlackSource source)
    {
        var channel = inner.Text("channel"u8);
        if (!inner.Is("channel_type"u8, "im"u8) && !inner.Is("channel_type"u8, "app_home"u8)) return new SlackReading.Nothing("it was said to others", "message");
        if (inner.Text("subtype"u8) is not ("" or "file_share" or "thread_broadcast")) return new SlackReading.Nothing("it is not something newly said", "message");
        return Said(envelope, inner, source, new(SlackSource.Channel, source.Installation, channel, ConversationKind.Personal));
    }

    static SlackReading Mention(JsonElement envelope, JsonElement inner, SlackSource source)
    {
        var thread = inner.Text("thread_ts"u8) is { Length: > 0 } root ? root : inner.Text("ts"u8);
        return Said(envelope, inner, source, new(SlackSource.Channel, source.Installation, inner.Text("channel"u8), ConversationKind.Channel, Thread: thread));
    }

    // A mention may also be delivered as a message of its channel: the place and time of the words name both.
    static SlackReading Said(JsonElement envelope, JsonElement inner, SlackSource source, ConversationReference where)
    {
        var (user, ts, bot) = (inner.Text("user"u8), inner.Text("ts"u8), BotUser(envelope));
        if (inner.Text("bot_id"u8).Length > 0 || user == bot || user == Slackbot) return new SlackReading.Nothing("a program said it", "message");
        if (user.Length == 0 || ts.Length == 0 || where.Address.Length == 0) return new SlackReading.Nothing("the message lacks its sender or place", "message");
        return Turn(new Activity
        {
            Type = ActivityType.Message,
            Id = $"{where.Address}:{ts}",
            From = source.Identity(user),
            Conversation = where,
            Reach = source.With(user),
            Text = SlackText.Plain(inner.Text("text"u8), bot),
            At = SlackTime.Parse(ts) ?? Sent(envelope),
        });
    }

    static SlackReading HomeOpened(JsonElement envelope, JsonElement inner, SlackSource source)
    {
        var (user, id) = (inner.Text("user"u8), envelope.Text("event_id"u8));
        if (!inner.Is("tab"u8, "home"u8)) return new SlackReading.Nothing("another tab was opened", "app_home_opened");
        if (user.Length == 0 || id.Length == 0) return new SlackReading.Nothing("the event lacks its person or id", "app_home_opened");
        return Turn(new Activity
        {
            Type = ActivityType.Event,
            Id = id,
            Verb = "home",
            From = source.Identity(user),
            Conversation = source.With(SlackAddress.Home(user)),
            Reach = source.With(user),
            At = Sent(envelope),
        });
    }

    static SlackReading Joined(JsonElement envelope, JsonElement inner, SlackSource source)
    {
        var (channel, id, bot) = (inner.Text("channel"u8), envelope.Text("event_id"u8), BotUser(envelope));
        if (bot.Length == 0 || inner.Text("user"u8) != bot) return new SlackReading.Nothing("somebody else joined", "member_joined_channel");
        if (channel.Length == 0 || id.Length == 0) return new SlackReading.Nothing("the event lacks its place or id", "member_joined_channel");
        var inviter = inner.Text("inviter"u8);
        return Turn(new Activity
        {
            Type = ActivityType.ConversationUpdate,
            Id = id,
            Verb = "channel.joined",
            From = inviter.Length > 0 ? source.Identity(inviter) : null,
            Conversation = new(SlackSource.Channel, source.Installation, channel, ConversationKind.Channel),
            Reach = inviter.Length > 0 ? source.With(inviter) : null,
            At = Sent(envelope),
        });
    }

    static SlackReading Moved(JsonElement envelope, JsonElement inner, SlackSource source)
    {
        var (before, after, id) = (inner.Text("old_channel_id"u8), inner.Text("new_channel_id"u8), envelope.Text("event_id"u8));
        if (before.Length == 0 || after.Length == 0 || id.Length == 0) return new SlackReading.Nothing("the event lacks its places or id", "channel_id_changed");
        return Turn(new Activity
        {
            Type = ActivityType.ConversationUpdate,
            Id = id,
            Verb = "channel.moved",
            Conversation = new(SlackSource.Channel, source.Installation, after, ConversationKind.Channel),
            Inputs = new Dictionary<string, string> { ["old"] = before, ["new"] = after },
            At = Sent(envelope),
        });
    }

    static SlackReading.Turn Turn(Activity activity) => new(SlackKind.Event, activity);

    static DateTimeOffset? Sent(JsonElement envelope) => SlackTime.Parse(envelope.Text("event_time"u8));

    /// <returns>The bot's own user id; empty when the envelope does not tell.</returns>
    static string BotUser(JsonElement envelope)
    {
        var authorization = envelope.Get("authorizations"u8).First();
        return authorization.Flag("is_bot"u8) ? authorization.Text("user_id"u8) : "";
    }
}
