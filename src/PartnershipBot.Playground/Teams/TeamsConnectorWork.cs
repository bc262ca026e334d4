using System.Text.Json;

namespace PartnershipBot.Playground.Teams;

/// <summary>What the Connector does for a bot. To add an operation: a route in <see cref="TeamsConnector"/> and a function here.</summary>
internal sealed class TeamsConnectorWork(TeamsTown town)
{
    const int LargestMessage = 80 * 1024;

    TeamsState State => town.State;

    public ConnectorReply Send(ConnectorCall call)
    {
        var place = call.Place!;
        if (Refusal(call.Body) is { } refused) return refused;
        if (CardParts.Text(call.Body, "type") is not "message") return new ConnectorReply(202, new { id = State.NewId() });
        var (text, card) = Content(call.Body);
        var (root, id) = (place.Root, State.NewId());
        if (place.Room is { IsChannel: true }) root ??= id;
        var message = new TeamsMessage(place.Conversation, id, place.Tenant.BotMri, place.Tenant.BotName, text, card, root);
        if (card is not null && text.Length > 0)
        {
            // Teams makes two messages of text and card together, and gives only one id back.
            State.Post(message with { Card = null });
            State.Post(message with { Id = State.NewId(), Text = "" });
        }
        else
        {
            State.Post(message);
        }
        return new ConnectorReply(201, new { id });
    }

    public ConnectorReply Update(ConnectorCall call, string id)
    {
        if (Refusal(call.Body) is { } refused) return refused;
        var (text, card) = Content(call.Body);
        var mine = true;
        var found = State.Edit(call.Place!.Conversation, id, before => (mine = before.From == call.Place.Tenant.BotMri)
            ? before with { Text = text, Card = card, Edited = true, Personal = new Dictionary<string, JsonElement>() }
            : before);
        return !found ? NoActivity() : mine ? new ConnectorReply(200, new { id }) : NotEnough();
    }

    public ConnectorReply Delete(ConnectorCall call, string id)
    {
        var mine = true;
        var found = State.Edit(call.Place!.Conversation, id, before => (mine = before.From == call.Place.Tenant.BotMri) ? null : before);
        return !found ? NoActivity() : mine ? new ConnectorReply(200, null) : NotEnough();
    }

    public ConnectorReply Create(ConnectorCall call)
    {
        var body = call.Body;
        var tenant = town.Options.Tenants.FirstOrDefault(known => known.TenantId == CardParts.Text(body, "tenantId"));
        if (tenant is null) return Syntax("Incorrect conversation creation parameters");
        if (tenant.AppId != call.AppId) return ConnectorReply.Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        if (body.TryGetProperty("isGroup", out var group) && group.ValueKind is JsonValueKind.True) return CreateThread(call, tenant);
        if (!body.TryGetProperty("members", out var members) || members.ValueKind is not JsonValueKind.Array || members.GetArrayLength() is not 1
            || tenant.People.FirstOrDefault(person => person.Mri == CardParts.Text(members[0], "id")) is not { } person)
            return Syntax("Incorrect conversation creation parameters");
        if (!State.Installed(person.Chat)) return ConnectorReply.Error(403, "BotNotInConversationRoster", "The bot is not installed for this person.");
        if (body.TryGetProperty("activity", out var activity) && Send(call with { Place = TeamsPlace.Of(town.Options, person.Chat), Body = activity }) is { Status: >= 400 } refused)
            return refused;
        return new ConnectorReply(201, new { id = person.Chat });
    }

    ConnectorReply CreateThread(ConnectorCall call, TeamsTenant tenant)
    {
        if (!call.Body.TryGetProperty("channelData", out var data) || !data.TryGetProperty("channel", out var channel)
            || TeamsPlace.Find(town.Options, CardParts.Text(channel, "id") ?? "") is not { Room.IsChannel: true } place || place.Tenant != tenant
            || !call.Body.TryGetProperty("activity", out var activity))
            return Syntax("Incorrect conversation creation parameters");
        if (!State.Installed(place.Conversation)) return ConnectorReply.Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        var root = State.NewId();
        if (Refusal(activity) is { } refused) return refused;
        var (text, card) = Content(activity);
        State.Post(new TeamsMessage(place.Conversation, root, tenant.BotMri, tenant.BotName, text, card, root));
        return new ConnectorReply(201, new { id = (place with { Root = root }).Id, activityId = root });
    }

    static ConnectorReply? Refusal(JsonElement activity)
    {
        if (CardParts.Text(activity, "type") is not { Length: > 0 }) return Syntax("Activity type is required.");
        if (activity.GetRawText().Length * sizeof(char) > LargestMessage) return ConnectorReply.Error(413, "MessageSizeTooBig", "Message size too large.");
        var (text, card) = Content(activity);
        if (CardParts.Text(activity, "type") is "message" && text.Length is 0 && card is null) return Syntax("Activity has neither text nor an attachment.");
        if (card is not { } content) return null;
        if (AdaptiveCardRules.TooLarge(content)) return ConnectorReply.Error(413, "MessageSizeTooBig", "Message size too large.");
        return AdaptiveCardRules.Of(content) is { Count: > 0 } wrong ? Syntax("Invalid card: " + string.Join("; ", wrong)) : null;
    }

    static (string Text, JsonElement? Card) Content(JsonElement activity)
    {
        var text = CardParts.Text(activity, "text") ?? "";
        if (!activity.TryGetProperty("attachments", out var attachments) || attachments.ValueKind is not JsonValueKind.Array) return (text, null);
        foreach (var attachment in attachments.EnumerateArray())
            if (CardParts.Text(attachment, "contentType") is TeamsInvokeAnswer.CardType && attachment.TryGetProperty("content", out var content)) return (text, content);
        return (text, null);
    }

    static ConnectorReply Syntax(string message) => ConnectorReply.Error(400, "BadSyntax", message);

    static ConnectorReply NoActivity() => ConnectorReply.Error(404, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");

    static ConnectorReply NotEnough() => ConnectorReply.Error(403, "NotEnoughPermissions", "The bot may change its own messages only.");
}
