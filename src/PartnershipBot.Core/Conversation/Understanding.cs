using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>What an activity asks for, and in which partition.</summary>
/// <param name="Activity">With the verb and value that typed words were understood as.</param>
/// <param name="Chat">The form that the typed words or the press answer; null otherwise.</param>
sealed record Asked(Activity Activity, Route Route, string Home, Invitation? Invitation = null, FormChat? Chat = null);

/// <summary>Understands activities: presses by their verb, typed words by what the bot waits for, else as a command.</summary>
sealed class Understanding(Router router, Directory directory, Tables tables)
{
    /// <summary>The verb of a client that asks for a card as it is now.</summary>
    public const string Refresh = "card.refresh";

    public async Task<Asked> OfAsync(Activity activity, Person? person, DateTimeOffset now, CancellationToken cancel)
    {
        if (activity.Verb.Length == 0 || FormChat.IsVerb(activity.Verb))
            return await TypedAsync(activity, person, now, cancel);
        return await RoutedAsync(activity, router.Find(activity.Verb) ?? Unknown, person, cancel);
    }

    Route Unknown => router.Find(Router.Unknown)!;

    async Task<Asked> TypedAsync(Activity activity, Person? person, DateTimeOffset now, CancellationToken cancel)
    {
        var (route, value) = router.Understand(activity.Text);
        if (person is not null && !activity.AnswersInline && activity.Conversation.Kind == ConversationKind.Personal || activity.Verb.Length > 0 && person is not null)
        {
            foreach (var home in Homes(person!, now))
            {
                var chat = FormChat.FromRow(await tables.Main.GetAsync(home, Keys.Session(person!.Id), cancel));
                if (chat is { Open: true }) return new Asked(activity, Unknown with { Who = Who.Anyone, InChannel = true }, home, Chat: chat);
            }
        }
        return await RoutedAsync(activity with { Verb = route.Verb, Value = value }, route, person, cancel);
    }

    async Task<Asked> RoutedAsync(Activity activity, Route route, Person? person, CancellationToken cancel)
    {
        if (route.Home == Home.Invitation)
        {
            var invitation = await directory.InvitationAsync(activity.Value, Triers(activity, person), cancel);
            return invitation is not null
                ? new Asked(activity, route, Keys.Partnership(invitation.PartnershipId), invitation)
                : new Asked(activity, router.Find(Router.NoInvitation) ?? Unknown, person?.Partition ?? Keys.Person("nobody"));
        }
        var home = activity.Origin is { } origin && IsOpenTo(origin.Home, person, activity) ? origin.Home
            : route.Home == Home.Current && person is not null ? person.Home
            : person?.Partition ?? Keys.Person("nobody");
        return new Asked(activity, route, home);
    }

    /// <summary>A card may name any partnership, whose members are checked next, and the person's own partition, but nobody else's.</summary>
    static bool IsOpenTo(string home, Person? person, Activity activity) =>
        home.StartsWith("partnership|", StringComparison.Ordinal) || home == person?.Partition || activity.Conversation.Kind == ConversationKind.None;

    static IEnumerable<string> Homes(Person person, DateTimeOffset now)
    {
        yield return person.Home;
        if (person.Home != person.Partition) yield return person.Partition;
        if (person.HomeBefore.Length > 0 && person.HomeBefore != person.Partition && now - person.SwitchedAt < Person.KeepHomeBefore) yield return person.HomeBefore;
    }

    // A stranger's page looks its link up before it asks, and is limited by its link.
    static string[] Triers(Activity activity, Person? person) =>
        activity.From is null || person is null ? [] : ["person|" + person.Id, $"tenant|{activity.From.Channel}|{activity.From.Tenant}"];
}
