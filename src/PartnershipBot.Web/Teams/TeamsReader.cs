using System.Text.Json;
using NodaTime;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

/// <summary>Reads what Teams sends into an Activity.</summary>
internal static class TeamsReader
{
    public static TeamsReading Read(TeamsActivity said, TeamsCaller caller)
    {
        if (said.ConversationId.Length == 0) return TeamsReading.Ignored;
        return said.Type switch
        {
            "message" => Message(said, caller),
            "invoke" => Invoke(said, caller),
            "conversationUpdate" => Membership(said, caller),
            "installationUpdate" => said.Root.Text("action") switch
            {
                "add" => new(Welcome(said, caller, ActivityType.InstallationUpdate)),
                "remove" => new(Uninstalled(said, caller)),
                _ => TeamsReading.Ignored,
            },
            _ => TeamsReading.Ignored,
        };
    }

    /// <summary>The type for a log, which never repeats what a stranger made up.</summary>
    public static string KnownType(string type) => type is
        "message" or "conversationUpdate" or "installationUpdate" or "messageReaction" or "messageUpdate" or "messageDelete" or "typing" or "event" or "endOfConversation" ? type : "other";

    static TeamsReading Message(TeamsActivity said, TeamsCaller caller)
    {
        if (said.FromId.Length == 0 || Is(said.FromId, said.RecipientId)) return TeamsReading.Ignored;
        var activity = Basic(said, caller, ActivityType.Message);
        var value = said.Root.Object("value");
        if (value.ValueKind != JsonValueKind.Object) return new(activity with { Text = TeamsText.Typed(said) });
        return CardData.Verb(value) is { Length: > 0 } verb ? new(Pressed(activity, said, verb, value)) : TeamsReading.Ignored;
    }

    static TeamsReading Invoke(TeamsActivity said, TeamsCaller caller)
    {
        var value = said.Root.Object("value");
        var activity = Basic(said, caller, ActivityType.Invoke) with { AnswersInline = true };
        switch (said.Name)
        {
            case InvokeNames.CardAction:
                var action = value.Object("action");
                var data = action.Object("data");
                return Turn(activity, said, First(action.Text("verb"), CardData.Verb(data)), data);
            case InvokeNames.TaskFetch or InvokeNames.TaskSubmit:
                return Turn(activity, said, CardData.Verb(value.Object("data")), value.Object("data"));
            case InvokeNames.ExtensionFetch:
                return Turn(activity with { Text = TeamsText.Picked(value.Object("messagePayload")) }, said, value.Text("commandId"), default);
            case InvokeNames.ExtensionSubmit:
                return Turn(activity, said, First(CardData.Verb(value.Object("data")), value.Text("commandId")), value.Object("data"));
            default:
                return TeamsReading.UnknownInvoke;
        }
    }

    static TeamsReading Turn(Activity activity, TeamsActivity said, string verb, JsonElement data) =>
        verb.Length > 0 ? new(Pressed(activity, said, verb, data)) : TeamsReading.BadInvoke;

    static Activity Pressed(Activity activity, TeamsActivity said, string verb, JsonElement data) => activity with
    {
        Verb = verb,
        Inputs = CardData.Inputs(data),
        Value = CardData.Value(data),
        Origin = CardData.Origin(data),
        MessageId = said.ReplyToId.Length > 0 ? said.ReplyToId : null,
    };

    static TeamsReading Membership(TeamsActivity said, TeamsCaller caller)
    {
        if (Names(said, "membersAdded")) return new(Welcome(said, caller, ActivityType.ConversationUpdate));
        return Names(said, "membersRemoved") ? new(Uninstalled(said, caller)) : TeamsReading.Ignored;
    }

    /// <summary>An install is told twice, in two ways: both are one activity, so that there is one welcome.</summary>
    static Activity Welcome(TeamsActivity said, TeamsCaller caller, ActivityType type)
    {
        var here = Basic(said, caller, type);
        return here with { Verb = here.Conversation.Kind == ConversationKind.Personal ? "welcome" : "channel.joined", Id = $"install|{said.ConversationId}" };
    }

    static Activity Uninstalled(TeamsActivity said, TeamsCaller caller) => Basic(said, caller, ActivityType.InstallationUpdate) with { Verb = "uninstalled" };

    static bool Names(TeamsActivity said, string list) => said.RecipientId.Length > 0 && said.Root.Items(list).Any(member => Is(member.Text("id"), said.RecipientId));

    static Activity Basic(TeamsActivity said, TeamsCaller caller, ActivityType type) => new()
    {
        Type = type,
        Id = $"{said.ConversationId}|{said.Type}|{said.Name}|{said.Id}",
        From = From(said, caller),
        Conversation = Conversation(said, caller),
        Reach = Reach(said, caller),
        At = said.At,
        Profile = said.FromId.Length > 0 ? Profile(said) : null,
    };

    static Identity? From(TeamsActivity said, TeamsCaller caller)
    {
        if (said.FromId.Length == 0 || Is(said.FromId, said.RecipientId)) return null;
        var user = said.Root.Get("from").Text("aadObjectId");
        return new Identity("teams", caller.Tenant, user.Length == 0 ? said.FromId : user.ToLowerInvariant());
    }

    static ConversationReference Conversation(TeamsActivity said, TeamsCaller caller)
    {
        var (address, thread) = TeamsAddress.Split(said.ConversationId);
        var kind = said.ConversationType switch
        {
            "personal" => ConversationKind.Personal,
            "groupChat" => ConversationKind.Group,
            "channel" => ConversationKind.Channel,
            _ when thread is not null => ConversationKind.Channel,
            _ => said.IsGroup ? ConversationKind.Group : ConversationKind.Personal,
        };
        return new ConversationReference("teams", $"{caller.AppId}|{caller.Tenant}", address, kind, said.ServiceUrl, thread);
    }

    /// <summary>In company: the chat with the person alone, which is yet to be made.</summary>
    static ConversationReference? Reach(TeamsActivity said, TeamsCaller caller)
    {
        var here = Conversation(said, caller);
        if (here.Kind == ConversationKind.Personal) return here;
        return TeamsAddress.IsPerson(said.FromId) ? here with { Address = said.FromId, Kind = ConversationKind.Personal, Thread = null } : null;
    }

    static Profile Profile(TeamsActivity said)
    {
        var client = said.ClientInfo;
        var zone = First(said.Root.Text("localTimezone"), client.Text("timezone"));
        return new Profile(
            said.Root.Get("from").Text("name"),
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? "" : zone,
            First(said.Root.Text("locale"), client.Text("locale")));
    }

    static bool Is(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    static string First(string one, string other) => one.Length > 0 ? one : other;
}

/// <param name="Turn">What to do; null when there is nothing to do.</param>
internal sealed record TeamsReading(Activity? Turn, TeamsReadingKind Kind = TeamsReadingKind.Turn)
{
    /// <summary>Nothing is asked of the bot: 200.</summary>
    public static readonly TeamsReading Ignored = new(null, TeamsReadingKind.Ignored);

    /// <summary>An invoke nobody here answers: 501.</summary>
    public static readonly TeamsReading UnknownInvoke = new(null, TeamsReadingKind.UnknownInvoke);

    /// <summary>An invoke that does not say what it wants: 400.</summary>
    public static readonly TeamsReading BadInvoke = new(null, TeamsReadingKind.BadInvoke);
}

internal enum TeamsReadingKind { Turn, Ignored, UnknownInvoke, BadInvoke }
