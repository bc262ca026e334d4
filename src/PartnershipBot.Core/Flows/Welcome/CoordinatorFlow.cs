using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Another coordinator, so that no single person's leaving stops a partnership.</summary>
internal static class CoordinatorFlow
{
    public static async Task<InvokeResponse> AddAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        var choices = Choices(place);
        return choices.Count == 0
            ? Say.Show(say.Line("Coordinator.Nobody"), Say.Actions(say.First("invite", "Invite.Button"), say.Button("home", "Home.Button")))
            : new InvokeResponse.Open(Draw(say, place, choices));
    }

    public static async Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        var choices = Choices(place);
        if (choices.Count == 0) return await AddAsync(turn, cancel);
        var chosen = place.Members.FirstOrDefault(m => m.Id == turn.Activity.Input("member"));
        if (chosen is null) return new InvokeResponse.Invalid(Draw(say, place, choices), [new InputError("member", say["Coordinator.Choose"])]);

        if (!chosen.Roles.HasFlag(Roles.Coordinator))
        {
            turn.Save((chosen with { Roles = chosen.Roles | Roles.Coordinator }).ToRow());
            turn.Note(LogEntry.CoordinatorAdded, about: chosen.Id);
            turn.Send(chosen.PersonId, Told(new Say(chosen.Language), turn.Member!, place));
        }
        return Say.Show(say.Line("Coordinator.Done", chosen.Name), Say.Actions(say.First("home", "Home.Button")));
    }

    /// <summary>A coordinator hands the task back.</summary>
    public static async Task<InvokeResponse> NoAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        if (place.Coordinators.Count == 1) return Say.Show(say.Line("Coordinator.Last"), say.Small("NothingChanged"), Say.Actions(say.First("coordinator.add", "Coordinator.Button")));
        turn.Save((turn.Member! with { Roles = turn.Member.Roles & ~Roles.Coordinator }).ToRow());
        return Say.Show(say.Line("Coordinator.HandedBack"), Say.Actions(say.First("home", "Home.Button")));
    }

    /// <summary>Members who do not coordinate yet, those of organisations without a coordinator first.</summary>
    static List<Member> Choices(Place place) =>
    [
        .. place.Members.Where(m => !m.Roles.HasFlag(Roles.Coordinator))
            .OrderBy(m => place.Coordinators.Any(c => c.OrganisationId == m.OrganisationId))
            .ThenBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .Take(CardLimits.Choices),
    ];

    static Form Draw(Say say, Place place, IReadOnlyList<Member> choices) => new(
        "coordinator.set",
        say["Coordinator.Title"],
        [
            new FormNote(say["Coordinator.Note"]),
            new ChoiceInput("member", say["Coordinator.Who"], [.. choices.Select(m => new Choice(m.Id, Say.Short($"{m.Name}, {place.OrganisationName(m.OrganisationId)}", CardLimits.ChoiceText)))]),
        ],
        say["Coordinator.Submit"]);

    internal static Card Told(Say say, Member asker, Place place) => Say.Card(
        say.Heading("Coordinator.Told.Title", place.Partnership.Name),
        say.Line("Coordinator.Told", asker.Name),
        say.Line("Coordinator.Told.What"),
        Say.Actions(say.First("home", "Home.Button"), say.Button("coordinator.no", "Coordinator.No")));
}
