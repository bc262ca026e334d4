using System.Globalization;
using System.Text.Json;

namespace PartnershipBot.Playground.Teams;

/// <summary>What the organisations' Teams remember. Everything in here happens under one lock.</summary>
internal sealed class TeamsState(TimeProvider time, TownBell bell)
{
    readonly Lock _gate = new();
    readonly List<TeamsMessage> _messages = [];
    readonly HashSet<string> _installed = [];
    readonly Dictionary<string, TeamsDialog> _dialogs = [];
    readonly Dictionary<string, string> _toasts = [];
    readonly List<TeamsCall> _calls = [];
    long _lastId;

    public T Read<T>(Func<IReadOnlyList<TeamsMessage>, T> look)
    {
        lock (_gate) return look(_messages);
    }

    public IReadOnlyList<TeamsCall> Calls
    {
        get { lock (_gate) return [.. _calls]; }
    }

    public void Called(TeamsCall call)
    {
        lock (_gate) _calls.Add(call);
    }

    /// <summary>Milliseconds since 1970, later than every one before.</summary>
    public string NewId()
    {
        lock (_gate)
        {
            _lastId = Math.Max(_lastId + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    public bool Installed(string conversation)
    {
        lock (_gate) return _installed.Contains(conversation);
    }

    public void Install(string conversation, bool there)
    {
        lock (_gate)
            if (there) _installed.Add(conversation);
            else _installed.Remove(conversation);
        bell.Ring();
    }

    public TeamsMessage Post(TeamsMessage message)
    {
        lock (_gate) _messages.Add(message);
        bell.Ring();
        return message;
    }

    /// <summary>Changes a message, or takes it away when <paramref name="change"/> returns null; false when it is not there.</summary>
    public bool Edit(string conversation, string id, Func<TeamsMessage, TeamsMessage?> change)
    {
        lock (_gate)
        {
            var at = _messages.FindIndex(message => message.Conversation == conversation && message.Id == id);
            if (at < 0) return false;
            if (change(_messages[at]) is { } after) _messages[at] = after;
            else _messages.RemoveAt(at);
        }
        bell.Ring();
        return true;
    }

    public void ShowTo(TeamsMessage message, string mri, JsonElement card) =>
        Edit(message.Conversation, message.Id, before => before with { Personal = new Dictionary<string, JsonElement>(before.Personal) { [mri] = card } });

    public TeamsDialog? Dialog(string mri)
    {
        lock (_gate) return _dialogs.GetValueOrDefault(mri);
    }

    public void SetDialog(string mri, TeamsDialog? dialog)
    {
        lock (_gate)
            if (dialog is null) _dialogs.Remove(mri);
            else _dialogs[mri] = dialog;
        bell.Ring();
    }

    public string? Toast(string mri)
    {
        lock (_gate) return _toasts.GetValueOrDefault(mri);
    }

    public void SetToast(string mri, string? text)
    {
        lock (_gate)
            if (text is null) _toasts.Remove(mri);
            else _toasts[mri] = text;
        bell.Ring();
    }
}
