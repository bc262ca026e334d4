using System.Text;
using PartnershipBot.Core.Cards;
using PartnershipBot.Web.Teams;
using PartnershipBot.Web.Tests.Drawings;
using PartnershipBot.Web.Tests.Slack;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Adaptive Cards as Teams gets them: in a chat, in a dialog, and with a refresh.</summary>
/// <param name="Words">All that a person has to see on it.</param>
internal sealed record TeamsDrawing(ReadOnlyMemory<byte> Json, IReadOnlyList<string> Words)
{
    public string Text => Encoding.UTF8.GetString(Json.Span);

    /// <summary>Every shape that a card or form can have.</summary>
    public static IEnumerable<TeamsDrawing> OfEveryShape() => DrawnCards.All.Values.SelectMany(one => one switch
    {
        Card card => Of(card),
        Form form => Of(form, [new InputError(form.Inputs.FirstOrDefault()?.Id ?? "", "Please choose one."), new InputError("", "That is closed now.")]),
        _ => throw new InvalidOperationException(),
    });

    public static async Task<IReadOnlyList<TeamsDrawing>> OfTheFlowsAsync()
    {
        var flows = await PlayedFlows.Once;
        return [.. flows.Cards.SelectMany(Of), .. flows.Forms.SelectMany(one => Of(one.Form, one.Errors))];
    }

    static IEnumerable<TeamsDrawing> Of(Card card)
    {
        IReadOnlyList<string> words = [.. card.Elements.SelectMany(Said)];
        return
        [
            new(AdaptiveCard.Draw(card, CardPlace.Message, ["29:siobhan", "29:joe"]), words),
            new(AdaptiveCard.Draw(card, CardPlace.Dialog), words),
        ];
    }

    static IEnumerable<TeamsDrawing> Of(Form form, IReadOnlyList<InputError> errors)
    {
        IReadOnlyList<string> words = [.. form.Elements.SelectMany(Said), .. errors.Select(error => error.Message), form.Submit];
        return [new(AdaptiveCard.Draw(form, errors, CardPlace.Message), [form.Title, .. words]), new(AdaptiveCard.Draw(form, errors, CardPlace.Dialog), words)];
    }

    static IEnumerable<string> Said(CardElement element) => element switch
    {
        TextBlock text => [text.Text],
        FactSet facts => facts.Facts.SelectMany(fact => (string[])[fact.Name, fact.Value]),
        ActionSet actions => actions.Actions.Select(action => action.Label),
        _ => [],
    };

    static IEnumerable<string> Said(FormElement element) => element switch
    {
        FormNote note => [note.Text],
        ChoiceInput { Choices.Count: <= CardLimits.OpenChoices } choice => [choice.Label, choice.Hint, .. choice.Choices.Select(one => one.Label)],
        FormInput input => [input.Label, input.Hint],
        _ => [],
    };
}
