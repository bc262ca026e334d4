using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Reads presses, sent forms and shortcuts.</summary>
internal static class SlackInteractionReader
{
    public static SlackReading Read(JsonElement payload)
    {
        var view = payload.Get("view"u8);
        var source = SlackSource.OfInteraction(payload, view);
        var user = payload.Get("user"u8).Text("id"u8);
        var type = payload.Text("type"u8);
        if (!source.IsKnown || user.Length == 0) return new SlackReading.Nothing("the sender is not told", type);
        return type switch
        {
            "block_actions" => Press(payload, view, source, user),
            "view_submission" => Submission(payload, view, source, user),
            "shortcut" or "message_action" => Shortcut(payload, source, user),
            "view_closed" => new SlackReading.Nothing("a form was put away", type),
            _ => new SlackReading.Nothing("nothing answers to it", type),
        };
    }

    static SlackReading Press(JsonElement payload, JsonElement view, SlackSource source, string user)
    {
        var actions = payload.Get("actions"u8);
        if (actions.ValueKind != JsonValueKind.Array) return new SlackReading.Nothing("nothing was pressed", "block_actions");
        foreach (var action in actions.EnumerateArray())
        {
            var (verb, id, time) = (SlackButton.Verb(action.Text("action_id"u8)), action.Text("action_id"u8), action.Text("action_ts"u8));
            if (verb.Length == 0 || time.Length == 0 || !action.Is("type"u8, "button"u8)) continue;
            var (origin, value) = SlackButton.Read(action.Text("value"u8));
            var (place, where, message) = view.ValueKind == JsonValueKind.Object ? InView(view, source, user) : OnMessage(payload, source, user);
            var modal = view.Is("type"u8, "modal"u8) ? new SlackModal(view.Text("id"u8), view.Text("hash"u8)) : null;
            return new SlackReading.Turn(SlackKind.Press, new Activity
            {
                Type = ActivityType.Invoke,
                Id = $"{place}|{id}|{time}",
                Verb = verb,
                From = source.Identity(user),
                Conversation = where,
                Reach = source.With(user),
                Value = value,
                Origin = origin,
                MessageId = message,
                At = SlackTime.Parse(time),
            }, payload.Text("trigger_id"u8), modal);
        }
        return new SlackReading.Nothing("a link was followed", "block_actions");
    }

    static (string Place, ConversationReference Where, string? Message) OnMessage(JsonElement payload, SlackSource source, string user)
    {
        var container = payload.Get("container"u8);
        var channel = payload.Get("channel"u8).Text("id"u8) is { Length: > 0 } id ? id : container.Text("channel_id"u8);
        var ts = container.Text("message_ts"u8) is { Length: > 0 } there ? there : payload.Get("message"u8).Text("ts"u8);
        var place = SlackAddress.Message(channel, ts);
        // What only this person saw cannot be changed, and is no reason to answer where others read along.
        if (channel.Length == 0 || container.Flag("is_ephemeral"u8)) return (place, source.With(user), null);

        var direct = channel[0] == 'D' || payload.Get("channel"u8).Is("name"u8, "directmessage"u8);
        var thread = payload.Get("message"u8).Text("thread_ts"u8) is { Length: > 0 } root ? root : container.Text("thread_ts"u8);
        return (place,
            new(SlackSource.Channel, source.Installation, channel, direct ? ConversationKind.Personal : ConversationKind.Channel, Thread: direct || thread.Length == 0 ? null : thread),
            ts.Length > 0 ? place : null);
    }

    static (string Place, ConversationReference Where, string? Message) InView(JsonElement view, SlackSource source, string user)
    {
        var place = view.Text("id"u8);
        if (view.Is("type"u8, "home"u8)) return (place, source.With(SlackAddress.Home(user)), null);
        var state = FormState.Read(view.Text("private_metadata"u8));
        return (place, state?.Conversation ?? source.With(user), state?.MessageId);
    }

    static SlackReading Submission(JsonElement payload, JsonElement view, SlackSource source, string user)
    {
        var (verb, id, hash) = (view.Text("callback_id"u8), view.Text("id"u8), view.Text("hash"u8));
        if (verb.Length == 0 || id.Length == 0) return new SlackReading.Nothing("the form has no name", "view_submission");
        var state = FormState.Read(view.Text("private_metadata"u8));
        var (_, where, message) = InView(view, source, user);
        return new SlackReading.Turn(SlackKind.Submission, new Activity
        {
            Type = ActivityType.Invoke,
            Id = $"{id}|{hash}",
            Verb = verb,
            From = source.Identity(user),
            Conversation = where,
            Reach = source.With(user),
            Inputs = Inputs(view.Get("state"u8).Get("values"u8)),
            Value = state?.Value ?? "",
            Origin = Origin.Parse(state?.Origin),
            MessageId = message,
        }, payload.Text("trigger_id"u8), new SlackModal(id, hash));
    }

    static SlackReading Shortcut(JsonElement payload, SlackSource source, string user)
    {
        var (verb, trigger) = (payload.Text("callback_id"u8), payload.Text("trigger_id"u8));
        if (verb.Length == 0 || trigger.Length == 0) return new SlackReading.Nothing("the shortcut has no name", "shortcut");
        return new SlackReading.Turn(SlackKind.Press, new Activity
        {
            Type = ActivityType.Invoke,
            Id = trigger,
            Verb = verb,
            From = source.Identity(user),
            Conversation = source.With(user),
            Reach = source.With(user),
            At = SlackTime.Parse(payload.Text("action_ts"u8)),
        }, trigger);
    }

    static Dictionary<string, string> Inputs(JsonElement values)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (values.ValueKind != JsonValueKind.Object) return inputs;
        foreach (var block in values.EnumerateObject())
            if (block.Value.ValueKind == JsonValueKind.Object)
                foreach (var element in block.Value.EnumerateObject())
                    inputs[block.Name] = Given(element.Value);
        return inputs;
    }

    static string Given(JsonElement element) => element.Text("type"u8) switch
    {
        "plain_text_input" => element.Text("value"u8),
        "radio_buttons" or "static_select" => element.Get("selected_option"u8).Text("value"u8),
        "datepicker" => element.Text("selected_date"u8),
        _ => "",
    };
}
