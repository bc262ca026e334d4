using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What a partnership of this size will see: always, only if most answer, or never. What can never show a figure is not asked about.</summary>
internal static class SizeFlow
{
    /// <summary>In partnership|: the picture that the coordinators know.</summary>
    const string Told = "size";

    public static async Task<InvokeResponse> SizeAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.MineAsync(turn, cancel) is not { } place) return HomeFlow.Doorstep(turn);
        return new InvokeResponse.Show(Draw(new Say(turn.Language), place, ViewOf(place), turn.Person!.Zone, turn.Now));
    }

    /// <summary>Tells the coordinators when the picture is another than the one they know, once.</summary>
    public static async Task TellAsync(TurnContext turn, Place place, CancellationToken cancel)
    {
        var view = ViewOf(place);
        var row = await turn.GetAsync(Told, cancel);
        if (row?.Text("picture") == view.Picture) return;
        turn.Save(Row(view.Picture, row?.ETag));
        // Of the first picture the partnership's own first card tells.
        if (row is null && view.CheckIn == Shows.Never) return;
        foreach (var coordinator in place.Coordinators)
            turn.Send(coordinator.PersonId, Draw(new Say(coordinator.Language), place, view, coordinator.Zone, turn.Now), started: true, budget: Budget.Free);
    }

    static SizeView ViewOf(Place place) => SizeView.Of(place.Organisations.Select(o => place.Confirmed.Count(m => m.OrganisationId == o.Id)));

    internal static Card Draw(Say say, Place place, SizeView view, string zone, DateTimeOffset now)
    {
        // What is not asked about now shows nothing now.
        var isMandated = place.Partnership.IsMandated(now) && view.Pairs != Shows.Never;
        var features = Enum.GetValues<ViewPart>().ToLookup(part => part == ViewPart.Pairs && isMandated ? Shows.Never : view[part], part => say[$"Size.{part}"]);
        var waiting = place.Members.Count - place.Confirmed.Count;
        return Say.Card(
        [
            say.Heading("Size.Title", say.People(view.People), say.Organisations(view.Organisations)),
            .. Enum.GetValues<Shows>().Select(shows => Line(say, view, shows, [.. features[shows]])),
            isMandated ? say.Line("Size.Mandated", say.Day(place.Partnership.MandatedUntil!.Value, zone)) : null,
            waiting > 0 ? say.Line("Size.Waiting", say.People(waiting)) : null,
            say.Small("Size.Why", view.Least),
            Say.Actions(say.First("home", "Home.Button"), say.Button("invite", "Invite.Button")),
        ]);
    }

    static TextBlock? Line(Say say, SizeView view, Shows shows, IReadOnlyList<string> features) =>
        features.Count == 0 ? null : say.Line($"Size.{shows}", string.Join(", ", features), view.Least, view.People);

    static Row Row(string picture, string? version) => new(Told, new Columns { ["picture"] = picture }, version);
}
