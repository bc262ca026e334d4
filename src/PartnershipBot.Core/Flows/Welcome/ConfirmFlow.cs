using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Who leads an organisation says who is with it. Until then a joiner may answer, but does not count towards five.</summary>
internal static class ConfirmFlow
{
    /// <summary>Asks whoever may say so, when somebody has joined with an invitation that their organisation's lead did not make.</summary>
    public static void Ask(TurnContext turn, Place place, Member joiner)
    {
        foreach (var asked in MayConfirm(place, joiner))
            turn.Send(asked.PersonId, Question(new Say(asked.Language), place, joiner), started: true, budget: Budget.Free);
    }

    /// <summary>The next joiner that waits for this person's word.</summary>
    public static async Task<InvokeResponse> WaitingAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        return Waiting(place, turn.Member!) is [var next, ..]
            ? new InvokeResponse.Show(Question(say, place, next))
            : Say.Show(say.Line("Confirm.Nobody"), Say.Actions(say.First("home", "Home.Button")));
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        if (await AskedAsync(turn, cancel) is not { } joiner) return NotYours(say);
        if (!joiner.Confirmed)
        {
            turn.Save((joiner with { Confirmed = true }).ToRow());
            turn.Schedule(PeopleFlow.Changed, turn.Now);
        }
        return Say.Show(say.Line("Confirm.Done", joiner.Name), Say.Actions(say.First("home", "Home.Button")));
    }

    /// <summary>Undoes the joining. Who was confirmed before is not touched: they leave by themselves.</summary>
    public static async Task<InvokeResponse> NoAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        if (await AskedAsync(turn, cancel) is not { Confirmed: false } joiner) return NotYours(say);
        var place = (await Place.MineAsync(turn, cancel))!;
        turn.Save((joiner with { LeftAt = turn.Now, Roles = Roles.None }).ToRow());
        turn.Schedule("person.left", turn.Now, turn.PartnershipId, Keys.Person(joiner.PersonId));
        var told = new Say(joiner.Language);
        turn.Send(joiner.PersonId, Say.Card(told.Line("Confirm.Undone.Told", place.Partnership.Name, place.OrganisationName(joiner.OrganisationId)), told.Small("Confirm.Undone.Do")));
        return Say.Show(say.Line("Confirm.Undone", joiner.Name), Say.Actions(say.First("home", "Home.Button")));
    }

    /// <summary>The joiners that wait for this member's word.</summary>
    public static IReadOnlyList<Member> Waiting(Place place, Member member) =>
        [.. place.Members.Where(m => !m.Confirmed && MayConfirm(place, m).Any(may => may.Id == member.Id)).OrderBy(m => m.JoinedAt)];

    /// <summary>Those who lead the joiner's organisation; the coordinators where nobody does any more.</summary>
    static IReadOnlyList<Member> MayConfirm(Place place, Member joiner) =>
        [.. (place.LeadsOf(joiner.OrganisationId) is { Count: > 0 } leads ? leads : place.Coordinators).Where(m => m.Id != joiner.Id)];

    /// <returns>The joiner that the press names, when it is this person's to say; else null.</returns>
    static async Task<Member?> AskedAsync(TurnContext turn, CancellationToken cancel)
    {
        var place = (await Place.MineAsync(turn, cancel))!;
        var joiner = place.Members.FirstOrDefault(m => m.Id == turn.Activity.Value);
        return joiner is not null && MayConfirm(place, joiner).Any(m => m.Id == turn.Member!.Id) ? joiner : null;
    }

    static Card Question(Say say, Place place, Member joiner) => Say.Card(
        say.Heading("Confirm.Title", joiner.Name),
        say.Line("Confirm.What", joiner.Name, place.OrganisationName(joiner.OrganisationId), place.Partnership.Name),
        say.Line("Confirm.Why"),
        Say.Actions(say.First("member.confirm", "Confirm.Yes", joiner.Id), say.Button("member.unknown", "Confirm.No", joiner.Id)));

    static InvokeResponse NotYours(Say say) => Say.Show(say.Line("Confirm.NotYours"), say.Small("NothingChanged"));
}
