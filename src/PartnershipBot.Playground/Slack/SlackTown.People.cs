using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>What people do. Each returns when the bot has answered the request that it causes.</summary>
public sealed partial class SlackTown
{
    /// <summary>Writes to the app.</summary>
    public Task<BotAnswer> SaysAsync(string user, string text, CancellationToken cancel) => SaysAsync(user, text, null, cancel);

    /// <summary>Writes to the app, in the thread of <paramref name="threadTs"/>.</summary>
    public Task<BotAnswer> SaysAsync(string user, string text, string? threadTs, CancellationToken cancel)
    {
        var person = Person(user);
        var message = State.Post(person.DirectMessages, person.Id, text, null, threadTs, null);
        return _delivery.EventAsync(_payloads.Envelope(_payloads.Said("message", message, "im")), cancel);
    }

    /// <summary>Writes in a channel, naming the app.</summary>
    public Task<BotAnswer> MentionsAsync(string user, string channel, string text, CancellationToken cancel)
    {
        var message = State.Post(Room(channel).Id, Person(user).Id, $"<@{Options.BotUserId}> {text}", null, null, null);
        return _delivery.EventAsync(_payloads.Envelope(_payloads.Said("app_mention", message, null)), cancel);
    }

    /// <summary>Writes in a channel without naming the app; the bot is not told.</summary>
    public SlackMessage Writes(string user, string channel, string text) =>
        State.Post(Room(channel).Id, Person(user).Id, text, null, null, null);

    /// <summary>Presses a button.</summary>
    /// <param name="where">A message's ts, or the id of a view that this person has open.</param>
    /// <param name="what">The button's action id or its words.</param>
    public Task<BotAnswer> PressesAsync(string user, string where, string what, CancellationToken cancel) =>
        ChoosesAsync(user, where, what, null, cancel);

    /// <summary>Chooses in a select, radio, overflow or date element that stands outside an input block, or presses a button.</summary>
    /// <param name="choice">An option's value or its words, a date, a user id; null clears it.</param>
    public Task<BotAnswer> ChoosesAsync(string user, string where, string what, string? choice, CancellationToken cancel)
    {
        var person = Person(user);
        var view = ViewAt(person.Id, where);
        var message = view is null ? MessageAt(where) : null;
        var (block, element) = Pressable(view?.Blocks ?? message!.Blocks ?? NoBlocks, what);
        var action = _payloads.Action(block, element, choice);
        if (view is not null && element.GetProperty("type").GetString() is not ("button" or "overflow")) FillIn(view, block, element, choice);
        var payload = _payloads.Interaction("block_actions", person);
        payload = view is null ? _payloads.OnMessage(payload, person, message!) : _payloads.OnView(payload, view);
        payload["trigger_id"] = State.NewTrigger(person.Id);
        payload["actions"] = new JsonArray(action);
        return _delivery.InteractionAsync(payload, cancel);
    }

    /// <summary>Fills in the person's front modal without submitting it.</summary>
    /// <param name="values">By block id, action id or label: text, an option's value or words, a date; several options with commas.</param>
    public void FillsIn(string user, IReadOnlyDictionary<string, string?> values)
    {
        var view = Front(user);
        foreach (var (name, value) in values)
        {
            var (block, element, _) = SlackInputs.In(view.Blocks).FirstOrDefault(input => Names(input.Block, input.Element, name));
            if (block.ValueKind is JsonValueKind.Undefined) throw new InvalidOperationException($"The open form has no input \"{name}\".");
            FillIn(view, block, element, value);
        }
    }

    /// <summary>Fills in the front modal and submits it. What the bot answers happens to the modal.</summary>
    public async Task<BotAnswer> SubmitsAsync(string user, IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        FillsIn(user, values);
        var (person, view) = (Person(user), Front(user));
        if (!view.Json.TryGetProperty("submit", out _)) throw new InvalidOperationException("The open form has no submit button.");
        foreach (var (block, element, required) in SlackInputs.In(view.Blocks))
            if (required && SlackInputs.IsEmpty(ValueOf(view, block, element)))
                throw new InvalidOperationException($"\"{SlackInputs.TextOf(block, "label")}\" must be filled in; Slack does not send the form without it.");
        var payload = _payloads.Interaction("view_submission", person);
        payload["trigger_id"] = State.NewTrigger(person.Id);
        payload["view"] = _payloads.View(view);
        payload["response_urls"] = new JsonArray();
        var answer = await _delivery.InteractionAsync(payload, cancel);
        return answer.Status is 200 ? SlackAcknowledgement.OfSubmission(State, person.Id, view, answer) : answer;
    }

    /// <summary>Closes the front modal; the bot hears of it only when the view asked for that.</summary>
    public async Task<BotAnswer> ClosesAsync(string user, CancellationToken cancel)
    {
        var (person, view) = (Person(user), Front(user));
        State.Close(person.Id, all: false);
        if (!view.Json.TryGetProperty("notify_on_close", out var notify) || !notify.GetBoolean()) return new BotAnswer(200, "", TimeSpan.Zero);
        var payload = _payloads.Interaction("view_closed", person);
        payload["view"] = _payloads.View(view);
        payload["is_cleared"] = false;
        return await _delivery.InteractionAsync(payload, cancel);
    }

    /// <summary>Types a slash command in the app's conversation. A message in the answer's body is shown to this person only.</summary>
    public async Task<BotAnswer> CommandsAsync(string user, string command, string text, CancellationToken cancel)
    {
        var person = Person(user);
        var answer = await _delivery.FormAsync(SlackRequestKind.Command, new Dictionary<string, string>
        {
            ["token"] = "not-to-be-relied-on",
            ["team_id"] = Options.TeamId,
            ["team_domain"] = Options.TeamDomain,
            ["channel_id"] = person.DirectMessages,
            ["channel_name"] = "directmessage",
            ["user_id"] = person.Id,
            ["user_name"] = SlackPayloads.UserName(person),
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = Options.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = new Uri(Own, "response/" + State.NewResponseUrl(person.DirectMessages, person.Id, null)).ToString(),
            ["trigger_id"] = State.NewTrigger(person.Id),
        }, cancel);
        return answer.Status is 200 ? SlackAcknowledgement.OfCommand(State, Options.BotUserId, person, answer) : answer;
    }

    public Task<BotAnswer> OpensHomeAsync(string user, CancellationToken cancel)
    {
        var person = Person(user);
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = person.Id,
            ["channel"] = person.DirectMessages,
            ["tab"] = "home",
            ["event_ts"] = State.NewTs(),
        };
        if (State.Home(person.Id) is { } home) opened["view"] = _payloads.View(home);
        return _delivery.EventAsync(_payloads.Envelope(opened), cancel);
    }

    /// <summary>Picks a global shortcut.</summary>
    public Task<BotAnswer> UsesShortcutAsync(string user, string callbackId, CancellationToken cancel)
    {
        var person = Person(user);
        var payload = _payloads.Interaction("shortcut", person);
        payload["action_ts"] = State.NewTs();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = State.NewTrigger(person.Id);
        return _delivery.InteractionAsync(payload, cancel);
    }

    /// <summary>Picks a shortcut from a message's menu.</summary>
    public Task<BotAnswer> UsesMessageShortcutAsync(string user, string callbackId, string messageTs, CancellationToken cancel)
    {
        var (person, message) = (Person(user), MessageAt(messageTs));
        var payload = _payloads.Interaction("message_action", person);
        payload["action_ts"] = State.NewTs();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = State.NewTrigger(person.Id);
        payload["channel"] = _payloads.Channel(message.Channel);
        payload["message"] = _payloads.Message(message);
        payload["message_ts"] = message.Ts;
        payload["response_url"] = new Uri(Own, "response/" + State.NewResponseUrl(message.Channel, person.Id, null)).ToString();
        return _delivery.InteractionAsync(payload, cancel);
    }

    /// <summary>Joins a channel; with the bot's user id, the app is invited.</summary>
    public Task<BotAnswer> JoinsChannelAsync(string user, string channel, CancellationToken cancel)
    {
        var id = user == Options.BotUserId ? user : Person(user).Id;
        State.Join(Room(channel).Id, id);
        return _delivery.EventAsync(_payloads.Envelope(new JsonObject
        {
            ["type"] = "member_joined_channel",
            ["user"] = id,
            ["channel"] = Room(channel).Id,
            ["channel_type"] = "C",
            ["team"] = Options.TeamId,
            ["event_ts"] = State.NewTs(),
        }), cancel);
    }

    /// <summary>Sends any event inside a proper, signed envelope.</summary>
    public Task<BotAnswer> TellsAsync(JsonObject innerEvent, CancellationToken cancel) => _delivery.EventAsync(_payloads.Envelope(innerEvent), cancel);

    /// <summary>Sends exactly this, with exactly these headers.</summary>
    public Task<BotAnswer> DeliverAsync(SlackRequestKind kind, string rawBody, IReadOnlyDictionary<string, string> headers, CancellationToken cancel) =>
        _delivery.PostAsync(kind, Encoding.UTF8.GetBytes(rawBody), headers, cancel);

    /// <summary>Sends exactly this body, properly signed.</summary>
    public Task<BotAnswer> DeliverSignedAsync(SlackRequestKind kind, string rawBody, CancellationToken cancel) =>
        _delivery.SendAsync(kind, Encoding.UTF8.GetBytes(rawBody), cancel);

    /// <summary>The last request again, with the headers of a retry.</summary>
    public Task<BotAnswer> RedeliversAsync(CancellationToken cancel) => _delivery.AgainAsync("http_timeout", cancel);

    SlackView Front(string user) => ModalOf(user) is [.., var front] ? front : throw new InvalidOperationException($"\"{user}\" has no form open.");

    static (JsonElement Block, JsonElement Element) Pressable(JsonElement blocks, string what)
    {
        foreach (var (block, element) in SlackInputs.Pressable(blocks))
            if (element.GetProperty("action_id").GetString() == what || SlackInputs.TextOf(element, "text") == what) return (block, element);
        throw new InvalidOperationException($"There is no \"{what}\" to press.");
    }

    static bool Names(JsonElement block, JsonElement element, string name) =>
        block.GetProperty("block_id").GetString() == name || element.GetProperty("action_id").GetString() == name
        || SlackInputs.TextOf(block, "label") == name;

    static JsonObject ValueOf(SlackView view, JsonElement block, JsonElement element) =>
        view.Values.GetValueOrDefault((block.GetProperty("block_id").GetString()!, element.GetProperty("action_id").GetString()!)) ?? SlackInputs.Initial(element);

    static void FillIn(SlackView view, JsonElement block, JsonElement element, string? value) =>
        view.Values[(block.GetProperty("block_id").GetString()!, element.GetProperty("action_id").GetString()!)] = SlackInputs.Value(element, value);
}
