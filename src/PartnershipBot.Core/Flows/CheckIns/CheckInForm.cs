using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The questions of a check-in as a form, or as pages of one. It is never filled in by chatting: typed words would stay in the chat.</summary>
/// <remarks>What was answered is shown in forms alone: they are drawn for the person who asks, and kept nowhere on the way.</remarks>
sealed class CheckInForm(Reader reader, Site site, Round round, IReadOnlyList<Question> questions)
{
    /// <summary>The input that says where to go from a page.</summary>
    public const string Go = "go";
    public const string GoNext = "next";
    public const string GoBack = "back";
    public const string GoStop = "stop";
    public const string GoDone = "done";

    public IReadOnlyList<IReadOnlyList<Question>> Pages { get; } = CheckInPages.Of(questions);

    /// <summary>Whether it is longer than one form.</summary>
    public bool HasPages => Pages.Count > 1;

    /// <param name="page">From 0.</param>
    /// <param name="given">What the person has answered so far; null before the first answer, which comes after the words on who could see it.</param>
    public Form Page(int page, IReadOnlyDictionary<string, string>? given)
    {
        List<FormElement> elements = [.. Notes(given is null)];
        elements.AddRange(Asked(page, given ?? Activity.NoInputs).Select(question => Input(question)));
        if (!HasPages) return Whole(elements, given);

        List<Choice> ways = [new(GoNext, reader[page == Pages.Count - 1 ? "Form.GoReview" : "Form.GoNext"])];
        if (page > 0) ways.Add(new Choice(GoBack, reader["Form.GoBack"]));
        ways.Add(new Choice(GoStop, reader["Form.GoStop"]));
        elements.Add(new ChoiceInput(Go, reader["Form.Go"], ways) { Given = GoNext });
        return new Form(CheckInVerbs.Submit, reader["Form.Page", page + 1, Pages.Count], elements, reader["Form.Save"], $"{round.Id}|{Number(page + 1)}", ByChat: false)
            .With(given ?? Activity.NoInputs);
    }

    /// <summary>Everything that was answered, a list for each page, with a way back to it.</summary>
    public Form Review(IReadOnlyDictionary<string, string> given)
    {
        List<FormElement> elements = [new FormNote(reader["Review.Kept", reader.Moment(round.ClosesAt)])];
        List<Choice> ways = [new(GoDone, reader["Review.Done"])];
        for (var page = 0; page < Pages.Count; page++)
        {
            var asked = Asked(page, given);
            if (asked.Count == 0) continue;
            elements.Add(new FormNote(string.Join('\n', asked.Select(question => reader["Review.Line", question.Text, Answer(question, given)]))));
            ways.Add(new Choice(Number(page + 1), reader["Review.Change", page + 1]));
        }
        if (CheckInPages.Skipped(questions, given) is > 0 and var skipped) elements.Add(new FormNote(reader["Review.Skipped", skipped]));
        elements.Add(new ChoiceInput(Go, reader["Review.Go"], ways) { Given = GoDone });
        return new Form(CheckInVerbs.Review, reader["Review.Title"], elements, reader["Form.Go.On"], round.Id, ByChat: false);
    }

    /// <summary>All questions at once, as nothing that is kept.</summary>
    /// <param name="value">What comes back with it.</param>
    public Form Test(string value)
    {
        var form = Whole([new FormNote(reader["Form.Test"]), .. Notes(first: true), .. questions.Select(Input)], null);
        return form with { Value = value };
    }

    /// <summary>What was sent for a page and is not one of the choices. A question that was left empty is no mistake.</summary>
    public IReadOnlyList<InputError> Check(IEnumerable<Question> asked, Activity activity, params string[] ways)
    {
        var wrong = asked.Where(question => activity.Input(question.Id) is { Length: > 0 } value && !question.Scale!.Has(value))
            .Select(question => new InputError(question.Id, reader["Form.Pick", question.Scale!.RatherNot])).ToList();
        if (ways.Length > 0 && !ways.Contains(activity.Input(Go), StringComparer.Ordinal)) wrong.Add(new InputError(Go, reader["Form.PickWay"]));
        return wrong;
    }

    /// <summary>What a page asks somebody who has answered so.</summary>
    public IReadOnlyList<Question> Asked(int page, IReadOnlyDictionary<string, string> given) => [.. Pages[page].Where(question => question.Applies(given))];

    Form Whole(IReadOnlyList<FormElement> elements, IReadOnlyDictionary<string, string>? given) =>
        new Form(CheckInVerbs.Submit, reader["Form.Title"], elements, reader["Form.Send"], round.Id, ByChat: false).With(given ?? Activity.NoInputs);

    IEnumerable<FormNote> Notes(bool first)
    {
        yield return new FormNote(first ? Confidentiality.OfRatings(site.Host, reader.Language) : PackLibrary.Find(round.Pack, round.PackVersion).In(reader.Language).WhoSees);
        yield return new FormNote(Confidentiality.Until(reader.Moment(round.ClosesAt), reader.Language));
        yield return new FormNote(reader["Form.Month"]);
    }

    static FormElement Input(Question question) =>
        new ChoiceInput(question.Id, question.Text, [.. question.Scale!.Choices.Select(choice => new Choice(choice.Value, choice.Label))], Required: false);

    string Answer(Question question, IReadOnlyDictionary<string, string> given) => given.TryGetValue(question.Id, out var value)
        ? question.Scale!.Choices.First(choice => choice.Value == value).Label
        : reader["Review.None"];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
