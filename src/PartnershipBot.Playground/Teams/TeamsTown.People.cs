using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Teams;

/// <summary>What people do. Each returns when the bot has answered the request that it causes; of several requests, the last that went wrong or the last.</summary>
public sealed partial class TeamsTown
{
    static readonly Dictionary<string, string?> NothingTyped = [];

    /// <summary>Adds the bot to the person's own chat: both activities that Teams sends, at the same time and with different ids.</summary>
    public Task<BotAnswer> InstallsAsync(string person, CancellationToken cancel) => InstallsAsync(ChatWith(person), Person(person), cancel);

    /// <summary>Adds the bot to a group chat or channel.</summary>
    public Task<BotAnswer> InstallsInAsync(string person, string room, CancellationToken cancel) => InstallsAsync(Room(room), Person(person), cancel);

    async Task<BotAnswer> InstallsAsync(TeamsPlace place, TeamsPerson person, CancellationToken cancel)
    {
        State.Install(place.Conversation, true);
        var added = _payloads.Activity("installationUpdate", place, person);
        added["action"] = "add";
        var joined = _payloads.Activity("conversationUpdate", place, person);
        joined["timestamp"] = added["timestamp"]!.DeepClone();
        JsonArray members = [new JsonObject { ["id"] = place.Tenant.BotMri }];
        if (place.Person is not null) members.Add(new JsonObject { ["id"] = person.Mri, ["aadObjectId"] = person.AadObjectId });
        joined["membersAdded"] = members;
        if (place.Room is { IsChannel: true }) joined["channelData"]!["eventType"] = "teamMemberAdded";
        var first = await _delivery.SendAsync(place, added, cancel);
        var second = await _delivery.SendAsync(place, joined, cancel);
        return first.Accepted ? second : first;
    }

    /// <summary>Removes the bot from the person's own chat.</summary>
    public Task<BotAnswer> UninstallsAsync(string person, CancellationToken cancel)
    {
        var place = ChatWith(person);
        State.Install(place.Conversation, false);
        var removed = _payloads.Activity("installationUpdate", place, Person(person));
        removed["action"] = "remove";
        return _delivery.SendAsync(place, removed, cancel);
    }

    /// <summary>Writes to the bot.</summary>
    public Task<BotAnswer> SaysAsync(string person, string text, CancellationToken cancel)
    {
        var (place, from) = (ChatWith(person), Person(person));
        var message = State.Post(new TeamsMessage(place.Conversation, State.NewId(), from.Mri, from.Name, text, null));
        return _delivery.SendAsync(place, _payloads.Message(place, from, message), cancel);
    }

    /// <summary>Writes in a group chat or a new thread of a channel, naming the bot.</summary>
    public Task<BotAnswer> MentionsAsync(string person, string room, string text, CancellationToken cancel)
    {
        var (place, from) = (Room(room), Person(person));
        var id = State.NewId();
        if (place.Room is { IsChannel: true }) place = place with { Root = place.Root ?? id };
        var named = $"<at>{place.Tenant.BotName}</at>";
        var message = State.Post(new TeamsMessage(place.Conversation, id, from.Mri, from.Name, $"{named} {text}", null, place.Root));
        var activity = _payloads.Message(place, from, message);
        activity["entities"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "mention",
            ["text"] = named,
            ["mentioned"] = new JsonObject { ["id"] = place.Tenant.BotMri, ["name"] = place.Tenant.BotName },
        });
        return _delivery.SendAsync(place, activity, cancel);
    }

    /// <summary>Writes in a group chat or channel without naming the bot; the bot is not told.</summary>
    public TeamsMessage Writes(string person, string room, string text)
    {
        var (place, from, id) = (Room(room), Person(person), State.NewId());
        return State.Post(new TeamsMessage(place.Conversation, id, from.Mri, from.Name, text, null, place.Room is { IsChannel: true } ? id : null));
    }

    /// <summary>Presses a button of a card, with nothing typed.</summary>
    public Task<BotAnswer> PressesAsync(string person, string messageId, string what, CancellationToken cancel) =>
        PressesAsync(person, messageId, what, NothingTyped, cancel);

    /// <summary>Presses a button of a card. A button that only opens an address sends nothing.</summary>
    /// <param name="what">The button's title, verb or id.</param>
    /// <param name="inputs">By input id or label: text, a choice's value or title, a date, true or false; several choices with commas.</param>
    public async Task<BotAnswer> PressesAsync(string person, string messageId, string what, IReadOnlyDictionary<string, string?> inputs, CancellationToken cancel)
    {
        var (from, message) = (Person(person), MessageAt(messageId));
        var place = PlaceOf(message);
        var card = message.CardFor(from.Mri) ?? throw new InvalidOperationException($"Message \"{messageId}\" has no card.");
        var action = CardParts.Button(card, what);
        State.SetToast(from.Mri, null);
        switch (CardParts.Text(action, "type"))
        {
            case "Action.Execute":
                return await ExecutesAsync(place, from, message, card, action, inputs, "manual", cancel);
            case "Action.Submit":
                var data = CardParts.Data(card, action, inputs);
                if (data["msteams"] is JsonObject teams && teams["type"]?.ToString() is "task/fetch")
                {
                    var fetch = _payloads.Invoke("task/fetch", place, from, new JsonObject { ["data"] = data, ["context"] = Context() });
                    fetch["replyToId"] = message.Id;
                    return TeamsInvokeAnswer.OfDialog(State, from.Mri, null, place.Id, await _delivery.SendAsync(place, fetch, cancel));
                }
                var submit = _payloads.Activity("message", place, from, State.NewId());
                (submit["value"], submit["replyToId"]) = (data, message.Id);
                return await _delivery.SendAsync(place, submit, cancel);
            default:
                return new BotAnswer(200, "", TimeSpan.Zero);
        }
    }

    /// <summary>The client asks for the person's own view of a card that carries a refresh for them.</summary>
    public Task<BotAnswer> RefreshesAsync(string person, string messageId, CancellationToken cancel)
    {
        var (from, message) = (Person(person), MessageAt(messageId));
        var action = message.Card!.Value.GetProperty("refresh").GetProperty("action");
        return ExecutesAsync(PlaceOf(message), from, message, message.Card.Value, action, NothingTyped, "automatic", cancel);
    }

    async Task<BotAnswer> ExecutesAsync(
        TeamsPlace place, TeamsPerson from, TeamsMessage message, JsonElement card, JsonElement action, IReadOnlyDictionary<string, string?> inputs, string trigger, CancellationToken cancel)
    {
        var pressed = new JsonObject { ["type"] = "Action.Execute" };
        foreach (var name in (string[])["id", "verb", "title"])
            if (CardParts.Text(action, name) is { } carried) pressed[name] = carried;
        pressed["data"] = CardParts.Data(card, action, inputs);
        var invoke = _payloads.Invoke("adaptiveCard/action", place, from, new JsonObject { ["action"] = pressed, ["trigger"] = trigger });
        invoke["replyToId"] = message.Id;
        return TeamsInvokeAnswer.OfExecute(State, message, from.Mri, await _delivery.SendAsync(place, invoke, cancel));
    }

    /// <summary>Submits the open dialog.</summary>
    /// <param name="what">The button's title or id; null takes the first that submits.</param>
    public async Task<BotAnswer> SubmitsDialogAsync(string person, string? what, IReadOnlyDictionary<string, string?> inputs, CancellationToken cancel)
    {
        var from = Person(person);
        var dialog = State.Dialog(from.Mri) ?? throw new InvalidOperationException($"\"{person}\" has no dialog open.");
        var card = dialog.Card ?? throw new InvalidOperationException("The open dialog shows a page, not a card.");
        var action = what is not null ? CardParts.Button(card, what) : CardParts.OfType(card, "Action.Submit").First();
        if (CardParts.Text(action, "type") is not "Action.Submit") throw new InvalidOperationException("In a dialog only Action.Submit reaches the bot.");
        var data = CardParts.Data(card, action, inputs);
        var place = TeamsPlace.Of(Options, dialog.Conversation);
        State.SetToast(from.Mri, null);
        if (dialog.Extension is { } extension)
        {
            var value = ExtensionValue(place, extension.Command, extension.Message);
            value["data"] = data;
            var submitted = _payloads.Invoke("composeExtension/submitAction", place, from, value);
            return TeamsInvokeAnswer.OfDialog(State, from.Mri, dialog.Extension, dialog.Conversation, await _delivery.SendAsync(place, submitted, cancel));
        }
        var submit = _payloads.Invoke("task/submit", place, from, new JsonObject { ["data"] = data, ["context"] = Context() });
        return TeamsInvokeAnswer.OfDialog(State, from.Mri, null, dialog.Conversation, await _delivery.SendAsync(place, submit, cancel));
    }

    /// <summary>Closes the dialog; the bot is not told.</summary>
    public void ClosesDialog(string person) => State.SetDialog(Person(person).Mri, null);

    /// <summary>Picks a message action from a message's menu.</summary>
    public async Task<BotAnswer> UsesMessageActionAsync(string person, string commandId, string messageId, CancellationToken cancel)
    {
        var (from, message) = (Person(person), MessageAt(messageId));
        var place = PlaceOf(message);
        var fetch = _payloads.Invoke("composeExtension/fetchTask", place, from, ExtensionValue(place, commandId, message));
        return TeamsInvokeAnswer.OfDialog(State, from.Mri, (commandId, message), place.Id, await _delivery.SendAsync(place, fetch, cancel));
    }

    /// <summary>Sends exactly this body, with a good token for the tenant's bot.</summary>
    public Task<BotAnswer> DeliverAsync(TeamsTenant tenant, string rawBody, CancellationToken cancel) =>
        _delivery.PostAsync(rawBody, "Bearer " + Tokens.ForBot(tenant.AppId, ServiceUrl.ToString()), tenant.TenantId, cancel);

    /// <summary>Sends exactly this body with exactly this Authorization header; null sends none.</summary>
    public Task<BotAnswer> DeliverRawAsync(string rawBody, string? authorization, CancellationToken cancel) =>
        _delivery.PostAsync(rawBody, authorization, null, cancel);

    /// <summary>The last activity again, with the same id.</summary>
    public Task<BotAnswer> RedeliversAsync(CancellationToken cancel) => _delivery.AgainAsync(cancel);

    static JsonObject ExtensionValue(TeamsPlace place, string command, TeamsMessage message) => new()
    {
        ["commandId"] = command,
        ["commandContext"] = "message",
        ["context"] = Context(),
        ["messagePayload"] = TeamsPayloads.MessagePayload(place, message, place.Members.FirstOrDefault(person => person.Mri == message.From)),
    };

    static JsonObject Context() => new() { ["theme"] = "default" };
}
