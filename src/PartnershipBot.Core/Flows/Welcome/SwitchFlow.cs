using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Which partnership a person's typed words belong to.</summary>
internal static class SwitchFlow
{
    public static Task<InvokeResponse> SwitchAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        return Task.FromResult(person.Memberships.Count switch
        {
            0 => HomeFlow.Doorstep(turn),
            1 => Say.Show(say.Line("Switch.OnlyOne", person.Memberships[0].Name)),
            _ => new InvokeResponse.Open(Draw(turn)),
        });
    }

    public static Task<InvokeResponse> ToAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        if (person.Memberships.Count == 0) return Task.FromResult(HomeFlow.Doorstep(turn));
        var chosen = person.Memberships.FirstOrDefault(m => m.Partnership == turn.Activity.Input("partnership"));
        if (chosen is null) return Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Draw(turn), [new InputError("partnership", say["Switch.Choose"])]));

        var home = Keys.Partnership(chosen.Partnership);
        if (person.Home != home) turn.Save(person.SwitchTo(home, turn.Now).ToRow());
        var card = Say.Card(say.Line("Switch.Done", chosen.Name), Say.Actions(say.First("home", "Home.Button")));
        return Task.FromResult<InvokeResponse>(new InvokeResponse.Show(card with { Origin = new Origin(home) }));
    }

    static Form Draw(TurnContext turn)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        var choices = person.Memberships.Take(CardLimits.Choices).Select(m => new Choice(m.Partnership, Say.Short(m.Name, CardLimits.ChoiceText)));
        return new Form("switch.to", say["Switch.Title"], [new ChoiceInput("partnership", say["Switch.Which"], [.. choices])], say["Switch.Submit"],
            Origin: new Origin(person.Partition));
    }
}
