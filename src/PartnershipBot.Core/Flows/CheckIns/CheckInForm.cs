using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The questions of a check-in as a form. It is never filled in by chatting: typed words would stay in the chat.</summary>
static class CheckInForm
{
    /// <param name="given">What the person has answered so far; null before the first answer, which comes after the words on who could see it.</param>
    public static Form Draw(Reader reader, Site site, IReadOnlyList<Question> questions, string round, DateTimeOffset closesAt, IReadOnlyDictionary<string, string>? given)
    {
        List<FormElement> elements = [];
        if (given is null) elements.Add(new FormNote(Confidentiality.OfRatings(site.Host, reader.Language)));
        elements.Add(new FormNote(Confidentiality.Until(reader.Moment(closesAt), reader.Language)));
        elements.Add(new FormNote(reader["Form.Month"]));
        elements.AddRange(questions.Select(question =>
            new ChoiceInput(question.Id, question.Text, [.. question.Scale!.Choices.Select(choice => new Choice(choice.Value, choice.Label))])));
        return new Form(CheckInVerbs.Submit, reader["Form.Title"], elements, reader["Form.Send"], round, ByChat: false).With(given ?? Activity.NoInputs);
    }

    /// <summary>The same, as nothing that is kept.</summary>
    public static Form Test(Reader reader, Site site, IReadOnlyList<Question> questions, DateTimeOffset closesAt)
    {
        var form = Draw(reader, site, questions, CheckInVerbs.Test, closesAt, null);
        return form with { Elements = [new FormNote(reader["Form.Test"]), .. form.Elements] };
    }

    /// <summary>What is not one of the question's choices.</summary>
    public static IReadOnlyList<InputError> Check(Reader reader, IReadOnlyList<Question> questions, Activity activity) =>
        [.. questions.Where(question => !question.Scale!.Has(activity.Input(question.Id)))
            .Select(question => new InputError(question.Id, reader["Form.Pick", question.Scale!.RatherNot]))];
}
