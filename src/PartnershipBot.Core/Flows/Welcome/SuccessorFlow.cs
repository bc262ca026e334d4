using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Another coordinator for a partnership whose own is gone: one who leads names them, one of another organisation agrees.</summary>
internal static class SuccessorFlow
{
    /// <summary>How long a partnership goes without its coordinator before those who lead are asked.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    /// <summary>Looks whether somebody still coordinates. The value is the check-in whose missing note they were told of, or empty when one of them left.</summary>
    public static async Task<InvokeResponse> GoneAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.ReadAsync(turn, cancel) is not { } place) return InvokeResponse.Ok;
        var succession = await Succession.ReadAsync(turn, cancel);
        if (succession.NeededAt is not null) return InvokeResponse.Ok;
        if (place.Coordinators.Count > 0 && (turn.Activity.Value.Length == 0 || succession.HereAt > turn.Now - Patience || !await IsStuckAsync(turn, cancel))) return InvokeResponse.Ok;

        turn.Save((succession with { NeededAt = turn.Now, ToldTo = "", Named = "", NamedBy = "" }).ToRow());
        turn.Schedule("coordinator.tell", turn.Now);
        return InvokeResponse.Ok;
    }

    /// <summary>Tells the next page of those who lead. Where it stands is kept in the row, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.ReadAsync(turn, cancel) is not { } place) return InvokeResponse.Ok;
        if (await Succession.ReadAsync(turn, cancel) is not { NeededAt: not null, ToldTo: not Round.Everyone } succession) return InvokeResponse.Ok;

        var named = Find(place, succession.Named);
        var by = Find(place, succession.NamedBy);
        var page = await MemberPage.ReadAsync(turn, succession.ToldTo, cancel);
        foreach (var lead in page.Members.Where(member => member.Roles.HasFlag(Roles.Lead) && member.OrganisationId != by?.OrganisationId))
        {
            var say = new Say(lead.Language);
            turn.Send(lead.PersonId, named is null || by is null ? Needed(say, place) : ToConfirm(say, place, named, by), started: true);
        }
        turn.Save((succession with { ToldTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule("coordinator.tell", turn.Now);
        return InvokeResponse.Ok;
    }

    /// <summary>Somebody who coordinates is here after all.</summary>
    public static async Task<InvokeResponse> HereAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        turn.Save((await Succession.ReadAsync(turn, cancel) with { HereAt = turn.Now, NeededAt = null, Named = "", NamedBy = "" }).ToRow());
        return Say.Show(say.Line("Successor.Here"), Say.Actions(say.First("talk", "Successor.Talk"), say.Button("note", "Ahead.Write")));
    }

    public static async Task<InvokeResponse> NeedAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        if (!await IsNeededAsync(turn, place, cancel)) return NotNeeded(say, place);
        return Choices(place) is { Count: > 0 } choices ? new InvokeResponse.Open(Draw(say, place, choices)) : Say.Show(say.Line("Coordinator.Nobody"), Say.Actions(say.First("invite", "Invite.Button")));
    }

    public static async Task<InvokeResponse> NameAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        if (!await IsNeededAsync(turn, place, cancel)) return NotNeeded(say, place);
        var choices = Choices(place);
        if (choices.Find(member => member.Id == turn.Activity.Input("member")) is not { } named)
            return new InvokeResponse.Invalid(Draw(say, place, choices).With(turn.Activity.Inputs), [new InputError("member", say["Coordinator.Choose"])]);

        var succession = await Succession.ReadAsync(turn, cancel);
        if (succession.Named == named.Id && IsOther(place, succession.NamedBy, turn.Member!)) return Agreed(turn, say, place, succession, named);
        // Where nobody leads another organisation, there is nobody to agree.
        if (!place.Members.Any(member => member.Roles.HasFlag(Roles.Lead) && member.OrganisationId != turn.Member!.OrganisationId)) return Agreed(turn, say, place, succession, named);

        turn.Save((succession with { NeededAt = succession.NeededAt ?? turn.Now, ToldTo = "", Named = named.Id, NamedBy = turn.Member!.Id }).ToRow());
        turn.Schedule("coordinator.tell", turn.Now);
        return Say.Show(say.Line("Successor.Named", named.Name), say.Small("Successor.Two"));
    }

    public static async Task<InvokeResponse> ConfirmAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        var succession = await Succession.ReadAsync(turn, cancel);
        if (succession.NeededAt is null || succession.Named != turn.Activity.Value || Find(place, succession.Named) is not { } named || named.Roles.HasFlag(Roles.Coordinator)) return NotNeeded(say, place);
        return IsOther(place, succession.NamedBy, turn.Member!)
            ? Agreed(turn, say, place, succession, named)
            : Say.Show(say.Line("Successor.OtherOrganisation"), say.Small("NothingChanged"));
    }

    static InvokeResponse Agreed(TurnContext turn, Say say, Place place, Succession succession, Member named)
    {
        turn.Save((named with { Roles = named.Roles | Roles.Coordinator }).ToRow());
        turn.Save((succession with { NeededAt = null, ToldTo = Round.Everyone, Named = "", NamedBy = "", HereAt = turn.Now }).ToRow());
        if (named.Id != turn.Member!.Id) turn.Send(named.PersonId, CoordinatorFlow.Told(new Say(named.Language), turn.Member, place));
        if (Find(place, succession.NamedBy) is { } by && by.Id != named.Id && by.Id != turn.Member.Id)
            turn.Send(by.PersonId, Say.Card(new Say(by.Language).Line("Successor.Done", named.Name)));
        return Say.Show(say.Line("Successor.Done", named.Name), Say.Actions(say.First("home", "Home.Button")));
    }

    static async Task<bool> IsNeededAsync(TurnContext turn, Place place, CancellationToken cancel) =>
        place.Coordinators.Count == 0 || (await Succession.ReadAsync(turn, cancel)).NeededAt is not null;

    /// <summary>The note that was missing is missing still, and no later check-in has closed.</summary>
    static async Task<bool> IsStuckAsync(TurnContext turn, CancellationToken cancel) =>
        CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).Last == turn.Activity.Value && await turn.GetAsync(Note.Key(turn.Activity.Value), cancel) is null;

    /// <summary>Whether the member leads an organisation other than that of whoever named somebody, who still leads.</summary>
    static bool IsOther(Place place, string namedBy, Member member) =>
        Find(place, namedBy) is { } by && by.Roles.HasFlag(Roles.Lead) && by.OrganisationId != member.OrganisationId;

    static Member? Find(Place place, string id) => place.Members.FirstOrDefault(member => member.Id == id);

    static List<Member> Choices(Place place) =>
        [.. place.Members.Where(member => !member.Roles.HasFlag(Roles.Coordinator)).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Take(CardLimits.Choices)];

    static InvokeResponse NotNeeded(Say say, Place place) => Say.Show(
        place.Coordinators.Count > 0 ? say.Line("Successor.NotNeeded", string.Join(", ", place.Coordinators.Take(5).Select(member => member.Name))) : say.Line("Successor.Moved"),
        say.Small("NothingChanged"));

    static Card Needed(Say say, Place place) => Say.Card(
        say.Heading("Successor.Title"), say.Line("Successor.Needed", place.Partnership.Name), say.Small("Successor.Two"),
        Say.Actions(say.First("coordinator.need", "Successor.Choose")));

    static Card ToConfirm(Say say, Place place, Member named, Member by) => Say.Card(
        say.Heading("Successor.Title"),
        say.Line("Successor.Agree", by.Name, place.OrganisationName(by.OrganisationId), named.Name, place.Partnership.Name),
        say.Small("Successor.Two"),
        Say.Actions(say.First("coordinator.confirm", "Successor.Yes", named.Id), say.Button("coordinator.need", "Successor.Else")));

    static Form Draw(Say say, Place place, IReadOnlyList<Member> choices) => new(
        "coordinator.name",
        say["Successor.Form"],
        [
            new FormNote(say["Successor.Note"]),
            new ChoiceInput("member", say["Coordinator.Who"], [.. choices.Select(m => new Choice(m.Id, Say.Short($"{m.Name}, {place.OrganisationName(m.OrganisationId)}", CardLimits.ChoiceText)))]),
        ],
        say["Successor.Submit"]);
}
