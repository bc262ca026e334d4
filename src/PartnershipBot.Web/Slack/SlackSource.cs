using System.Text.Json;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Two questions that Slack's payloads mix up: through which installation something came, and whose person did it.</summary>
/// <param name="Installation">
/// <c>app|none|team</c>, or <c>app|enterprise|none</c> for an app that a whole organisation installed. A team's id is unique by itself, and a payload from
/// a shared channel may carry the other side's enterprise, so the two are never combined. Empty when the payload does not say.
/// </param>
/// <param name="Tenant">The actor's own enterprise, or their team when no enterprise of theirs is told.</param>
internal readonly record struct SlackSource(string Installation, string Tenant)
{
    public const string Channel = "slack";

    public static SlackSource OfEvent(JsonElement envelope, JsonElement inner)
    {
        var authorization = envelope.Get("authorizations"u8).First();
        var outer = (Team: envelope.Text("team_id"u8), Enterprise: envelope.Text("enterprise_id"u8));
        var installed = authorization.ValueKind == JsonValueKind.Object
            ? (Team: authorization.Text("team_id"u8), Enterprise: authorization.Text("enterprise_id"u8))
            : outer;
        if (installed is { Team: "", Enterprise: "" }) installed = outer;

        var team = OneOf(inner.Text("user_team"u8), inner.Text("team"u8), installed.Team, outer.Team);
        var enterprise = !envelope.Flag("is_ext_shared_channel"u8) || team == installed.Team ? installed.Enterprise
            : team == outer.Team ? outer.Enterprise
            : team == envelope.Text("context_team_id"u8) ? envelope.Text("context_enterprise_id"u8)
            : "";
        return new(Id(envelope, installed.Team, installed.Enterprise, authorization.Flag("is_enterprise_install"u8)), OneOf(enterprise, team));
    }

    public static SlackSource OfInteraction(JsonElement payload, JsonElement view)
    {
        var team = payload.Get("team"u8);
        var user = payload.Get("user"u8);
        var enterprise = OneOf(team.Text("enterprise_id"u8), payload.Get("enterprise"u8).Text("id"u8));
        var installed = OneOf(view.Text("app_installed_team_id"u8), team.Text("id"u8), user.Text("team_id"u8));
        var actor = OneOf(user.Text("team_id"u8), team.Text("id"u8));
        var theirs = team.ValueKind != JsonValueKind.Object || actor == team.Text("id"u8);
        return new(Id(payload, installed, enterprise, payload.Flag("is_enterprise_install"u8)), theirs ? OneOf(enterprise, actor) : actor);
    }

    public static SlackSource OfCommand(SlackForm form)
    {
        var (team, enterprise) = (form.Text("team_id"u8), form.Text("enterprise_id"u8));
        return new(Id(form.Text("api_app_id"u8), team, enterprise, form.Text("is_enterprise_install"u8) == "true"), OneOf(enterprise, team));
    }

    public Identity Identity(string user) => new(Channel, Tenant, user);

    /// <summary>The direct message with a person, by their user id: it stays the same, and Slack takes it for the channel's own id.</summary>
    public ConversationReference With(string user) => new(Channel, Installation, user, ConversationKind.Personal);

    /// <summary>Whether something can be sent back.</summary>
    public bool IsKnown => Installation.Length > 0 && Tenant.Length > 0;

    static string Id(JsonElement payload, string team, string enterprise, bool orgWide) => Id(payload.Text("api_app_id"u8), team, enterprise, orgWide);

    static string Id(string app, string team, string enterprise, bool orgWide) => (orgWide || team.Length == 0, enterprise.Length, team.Length) switch
    {
        (true, > 0, _) => $"{app}|{enterprise}|none",
        (_, _, > 0) => $"{app}|none|{team}",
        _ => "",
    };

    static string OneOf(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) if (text.Length > 0) return text;
        return "";
    }
}
