using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static PartnershipBot.Playground.Slack.SlackApiMethods;

namespace PartnershipBot.Playground.Slack;

/// <summary>views.*</summary>
internal sealed class SlackViewMethods(SlackTownOptions options, SlackState state, SlackPayloads payloads)
{
    const int LargestView = 250_000;

    public JsonObject Open(SlackArguments arguments) => Show(arguments, push: false);

    public JsonObject Push(SlackArguments arguments) => Show(arguments, push: true);

    public JsonObject Update(SlackArguments arguments)
    {
        if (View(arguments, "modal") is { } wrong) return wrong;
        var (id, external, hash) = (arguments.Text("view_id"), arguments.Text("external_id"), arguments.Text("hash"));
        var fresh = state.NewView(arguments.Json("view")!.Value);
        var stale = false;
        var changed = state.Change(
            view => id is not null ? view.Id == id : external is not null && view.Text("external_id") == external,
            view => (stale = hash is not null && hash != view.Hash)
                ? view
                : fresh with { Id = view.Id, RootId = view.RootId, PreviousId = view.PreviousId, Values = view.Values });
        return changed is null ? Refusal("not_found") : stale ? Refusal("hash_conflict") : Shown(changed);
    }

    public JsonObject Publish(SlackArguments arguments)
    {
        if (options.People.FirstOrDefault(person => person.Id == arguments.Text("user_id")) is not { } person) return Refusal("user_not_found");
        if (View(arguments, "home") is { } wrong) return wrong;
        var before = state.Home(person.Id);
        if (arguments.Text("hash") is { } hash && before is not null && hash != before.Hash) return Refusal("hash_conflict");
        var fresh = state.NewView(arguments.Json("view")!.Value);
        if (before is not null) fresh = fresh with { Id = before.Id, RootId = before.Id };
        state.SetHome(person.Id, fresh);
        return Shown(fresh);
    }

    JsonObject Show(SlackArguments arguments, bool push)
    {
        if (View(arguments, "modal") is { } wrong) return wrong;
        var (user, error) = state.UseTrigger(arguments.Text("trigger_id") ?? "");
        if (user is null) return Refusal(error!);
        var fresh = state.NewView(arguments.Json("view")!.Value);
        if (fresh.Text("external_id") is { Length: > 0 } external && state.Stack(user).Any(view => view.Text("external_id") == external))
            return Refusal("duplicate_external_id");
        if (!push) state.Close(user, all: true);
        return state.Push(user, fresh) is { } shown ? Shown(shown) : Refusal("push_limit_reached");
    }

    static JsonObject? View(SlackArguments arguments, string type)
    {
        if (arguments.Json("view") is not { } view) return Refusal("invalid_arguments", ["missing required field \"view\""]);
        if (Encoding.UTF8.GetByteCount(view.GetRawText()) > LargestView) return Refusal("view_too_large");
        if (BlockKitRules.OfView(view) is { Count: > 0 } wrong) return Refusal("invalid_arguments", wrong);
        return view.GetProperty("type").GetString() == type ? null : Refusal("invalid_arguments", [$"view must be a {type} [json-pointer:/view/type]"]);
    }

    JsonObject Shown(SlackView view)
    {
        var reply = Ok();
        reply["view"] = payloads.View(view);
        return reply;
    }
}
