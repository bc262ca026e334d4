using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>What the workspace remembers. Everything in here happens under one lock.</summary>
internal sealed class SlackState(SlackTownOptions options, TimeProvider time, TownBell bell)
{
    static readonly TimeSpan ResponseUrlLives = TimeSpan.FromMinutes(30);
    const int ResponseUrlUses = 5, DeepestStack = 3;

    readonly Lock _gate = new();
    readonly List<SlackMessage> _messages = [];
    readonly Dictionary<string, List<SlackView>> _modals = [];
    readonly Dictionary<string, SlackView> _homes = [];
    readonly Dictionary<string, Trigger> _triggers = [];
    readonly Dictionary<string, ResponseUrl> _responseUrls = [];
    readonly List<SlackCall> _calls = [];
    readonly Dictionary<string, HashSet<string>> _rooms = options.Rooms.ToDictionary(room => room.Id, room => room.Members.ToHashSet());
    long _lastTs;
    int _ids;

    sealed record Trigger(string User, DateTimeOffset Until)
    {
        public bool Used { get; set; }
    }

    internal sealed record ResponseUrl(string Channel, string User, string? MessageTs, DateTimeOffset Until)
    {
        public int Uses { get; set; }
    }

    public T Read<T>(Func<IReadOnlyList<SlackMessage>, T> look)
    {
        lock (_gate) return look(_messages);
    }

    public IReadOnlyList<SlackCall> Calls
    {
        get { lock (_gate) return [.. _calls]; }
    }

    public void Called(SlackCall call)
    {
        lock (_gate) _calls.Add(call);
    }

    public string NewId(string prefix)
    {
        lock (_gate) return prefix + (++_ids).ToString("X9", CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds and microseconds, later than every one before.</summary>
    public string NewTs()
    {
        lock (_gate)
        {
            var micros = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            _lastTs = Math.Max(_lastTs + 1, micros);
            return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
        }
    }

    public string NewTrigger(string user)
    {
        lock (_gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{++_ids}.{_ids * 7L}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
            _triggers[id] = new Trigger(user, time.GetUtcNow() + options.TriggerLives);
            return id;
        }
    }

    public string NewResponseUrl(string channel, string user, string? messageTs)
    {
        lock (_gate)
        {
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
            _responseUrls[id] = new ResponseUrl(channel, user, messageTs, time.GetUtcNow() + ResponseUrlLives);
            return id;
        }
    }

    /// <summary>Spends one use; says why not otherwise.</summary>
    public (ResponseUrl? Found, string? Error) UseResponseUrl(string id)
    {
        lock (_gate)
        {
            if (!_responseUrls.TryGetValue(id, out var url)) return (null, "not_found");
            if (time.GetUtcNow() > url.Until) return (null, "expired_url");
            return ++url.Uses > ResponseUrlUses ? (null, "used_url") : (url, null);
        }
    }

    /// <summary>Whose screen a trigger opens, or Slack's error.</summary>
    public (string? User, string? Error) UseTrigger(string id)
    {
        lock (_gate)
        {
            if (!_triggers.TryGetValue(id, out var trigger)) return (null, "invalid_trigger_id");
            if (trigger.Used) return (null, "exchanged_trigger_id");
            if (time.GetUtcNow() > trigger.Until) return (null, "expired_trigger_id");
            trigger.Used = true;
            return (trigger.User, null);
        }
    }

    public IReadOnlyList<string>? MembersOf(string channel)
    {
        lock (_gate)
        {
            if (options.People.FirstOrDefault(person => person.DirectMessages == channel) is { } other) return [other.Id, options.BotUserId];
            return _rooms.TryGetValue(channel, out var members) ? [.. members.Order(StringComparer.Ordinal)] : null;
        }
    }

    public void Join(string channel, string user)
    {
        lock (_gate) _rooms[channel].Add(user);
        bell.Ring();
    }

    public SlackMessage Post(string channel, string user, string text, JsonElement? blocks, string? threadTs, string? ephemeralFor)
    {
        var message = new SlackMessage(channel, NewTs(), user, text, WithIds(blocks), threadTs, false, ephemeralFor);
        lock (_gate) _messages.Add(message);
        bell.Ring();
        return message;
    }

    /// <summary>Changes a message in place; null when it is not there.</summary>
    public SlackMessage? Edit(string channel, string ts, Func<SlackMessage, SlackMessage?> change)
    {
        SlackMessage? before;
        lock (_gate)
        {
            var at = _messages.FindIndex(message => message.Channel == channel && message.Ts == ts);
            if (at < 0) return null;
            before = _messages[at];
            if (change(before) is { } after) _messages[at] = before = after with { Blocks = WithIds(after.Blocks) };
            else _messages.RemoveAt(at);
        }
        bell.Ring();
        return before;
    }

    public IReadOnlyList<SlackView> Stack(string user)
    {
        lock (_gate) return _modals.TryGetValue(user, out var stack) ? [.. stack] : [];
    }

    public SlackView? Home(string user)
    {
        lock (_gate) return _homes.GetValueOrDefault(user);
    }

    public void SetHome(string user, SlackView home)
    {
        lock (_gate) _homes[user] = home;
        bell.Ring();
    }

    /// <summary>Puts a view on top of the person's stack; null when three lie there already.</summary>
    public SlackView? Push(string user, SlackView view)
    {
        lock (_gate)
        {
            var stack = _modals.TryGetValue(user, out var open) ? open : _modals[user] = [];
            if (stack.Count >= DeepestStack) return null;
            if (stack.Count > 0) view = view with { RootId = stack[0].Id, PreviousId = stack[^1].Id };
            stack.Add(view);
        }
        bell.Ring();
        return view;
    }

    /// <summary>Changes an open view in place; null when nobody has it open.</summary>
    public SlackView? Change(Func<SlackView, bool> which, Func<SlackView, SlackView> change)
    {
        SlackView? after = null;
        lock (_gate)
            foreach (var stack in _modals.Values)
                if (stack.FindIndex(view => which(view)) is >= 0 and var at)
                    after = stack[at] = change(stack[at]);
        if (after is not null) bell.Ring();
        return after;
    }

    /// <summary>Closes the top view, or all of them.</summary>
    public void Close(string user, bool all)
    {
        lock (_gate)
        {
            if (!_modals.TryGetValue(user, out var stack) || stack.Count is 0) return;
            if (all) stack.Clear();
            else stack.RemoveAt(stack.Count - 1);
        }
        bell.Ring();
    }

    public SlackView NewView(JsonElement sent)
    {
        var json = JsonSerializer.SerializeToNode(sent)!.AsObject();
        json["blocks"] = JsonSerializer.SerializeToNode(WithIds(sent.GetProperty("blocks"))!.Value);
        var id = NewId("V");
        return new SlackView(id, sent.GetProperty("type").GetString()!, NewHash(), JsonSerializer.SerializeToElement(json), new Dictionary<string, string>());
    }

    public string NewHash() => NewTs()[..10] + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>Slack gives every block and every element that came without an id one of its own.</summary>
    JsonElement? WithIds(JsonElement? blocks)
    {
        if (blocks is not { ValueKind: JsonValueKind.Array } sent) return null;
        var list = JsonSerializer.SerializeToNode(sent)!.AsArray();
        foreach (var block in list.OfType<JsonObject>())
        {
            block["block_id"] ??= NewId("b");
            IEnumerable<JsonNode?> elements = [.. block["type"]!.GetValue<string>() is "actions" ? block["elements"]!.AsArray() : [], block["accessory"], block["element"]];
            foreach (var element in elements.OfType<JsonObject>())
                if (element["type"]!.GetValue<string>() is not "image") element["action_id"] ??= NewId("a");
        }
        return JsonSerializer.SerializeToElement(list);
    }
}
