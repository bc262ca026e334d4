using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Takes a person's ratings, page by page, lets them change them, and takes them away again. They go to the rounds store alone.</summary>
sealed class Answering(Site site)
{
    /// <summary>With a round's id: what was answered, to look through.</summary>
    public const string ToReview = "|review";

    public async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (NextRound.IsTest(turn)) return new InvokeResponse.Open(await TestFormAsync(turn, reader, cancel));
        if (await AskedRound.OfAsync(turn, cancel) is not { } asked)
            return new InvokeResponse.Show(await RoundRows.AskedAsync(turn, cancel) is null ? Reader.Say(reader["None"]) : InviteCard.TooLate(reader));
        if (asked.Questions.Count == 1) return new InvokeResponse.Show(OneQuestion.Asked(reader, site, asked.Round, asked.Questions[0]));

        var form = Form(reader, asked);
        if (form.HasPages && asked.Answered is not null && (turn.Activity.Value.EndsWith(ToReview, StringComparison.Ordinal) || CheckInPages.FirstOpen(form.Pages, asked.Given) is null))
            return new InvokeResponse.Open(form.Review(asked.Given));
        return new InvokeResponse.Open(form.Page(CheckInPages.FirstOpen(form.Pages, asked.Given) ?? 0, asked.Answered));
    }

    /// <summary>A page is kept as it is sent, wherever its sender goes from there.</summary>
    public async Task<InvokeResponse> SubmitAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (NextRound.IsTest(turn)) return await SubmitTestAsync(turn, reader, cancel);
        if (await AskedRound.OfAsync(turn, cancel) is not { } asked) return new InvokeResponse.Show(InviteCard.TooLate(reader));

        var form = Form(reader, asked);
        var page = form.HasPages ? PageNumber(turn.Activity.Value.Split('|')[^1], form) : 0;
        if (page is not { } at) return new InvokeResponse.Open(form.Page(0, asked.Answered));
        var questions = form.Asked(at, asked.Given);
        string[] ways = !form.HasPages ? [] : at > 0 ? [CheckInForm.GoNext, CheckInForm.GoBack, CheckInForm.GoStop] : [CheckInForm.GoNext, CheckInForm.GoStop];
        if (form.Check(questions, turn.Activity, ways) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(form.Page(at, asked.Answered).With(turn.Activity.Inputs), wrong);

        asked = asked.Keep(turn, questions.Select(question => KeyValuePair.Create(question.Id, turn.Activity.Input(question.Id))));
        if (!form.HasPages) return new InvokeResponse.Show(Recorded(reader, asked));
        return turn.Activity.Input(CheckInForm.Go) switch
        {
            CheckInForm.GoStop => new InvokeResponse.Show(Stopped(reader, asked)),
            CheckInForm.GoBack => new InvokeResponse.Open(form.Page(CheckInPages.From(form.Pages, at - 1, -1, asked.Given) ?? 0, asked.Given)),
            _ => new InvokeResponse.Open(CheckInPages.From(form.Pages, at + 1, 1, asked.Given) is { } next ? form.Page(next, asked.Given) : form.Review(asked.Given)),
        };
    }

    /// <summary>From the list of answers: done, or back to a page.</summary>
    public async Task<InvokeResponse> ReviewAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await AskedRound.OfAsync(turn, cancel) is not { } asked) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        var form = Form(reader, asked);
        var way = turn.Activity.Input(CheckInForm.Go);
        if (way == CheckInForm.GoDone) return new InvokeResponse.Show(Recorded(reader, asked));
        if (PageNumber(way, form) is { } page) return new InvokeResponse.Open(form.Page(page, asked.Given));
        return new InvokeResponse.Invalid(form.Review(asked.Given), form.Check([], turn.Activity, CheckInForm.GoDone));
    }

    public static async Task<InvokeResponse> RemoveAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await AskedRound.OfAsync(turn, cancel) is not { } asked) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (asked.Before is { } before) turn.SaveAnswers(asked.Round.Id, turn.Member!.Id, before with { Given = Activity.NoInputs });
        return new InvokeResponse.Show(Reader.Say(reader["Removed", reader.Moment(asked.Round.ClosesAt)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", asked.Round.Id), reader.Button(CheckInVerbs.Next, "Next.Offer", asked.Round.Id)));
    }

    CheckInForm Form(Reader reader, AskedRound asked) => new(reader, site, asked.Round, asked.Questions);

    /// <summary>It has no id of its own: the message that holds it must leave nothing behind in the partnership. It never holds an answer.</summary>
    static Card Recorded(Reader reader, AskedRound asked)
    {
        var closes = reader.Moment(asked.Round.ClosesAt);
        if (asked.Given.Count == 0) return NothingKept(reader, asked, reader["Recorded.Nothing", closes]);
        var words = CheckInPages.Skipped(asked.Questions, asked.Given) is > 0 and var skipped ? reader["Recorded.Skipped", closes, skipped] : reader["Recorded", closes];
        return Kept(reader, asked, words, "Recorded.Change", CheckInPages.Of(asked.Questions).Count > 1 ? asked.Round.Id + ToReview : asked.Round.Id);
    }

    static Card Stopped(Reader reader, AskedRound asked)
    {
        var closes = reader.Moment(asked.Round.ClosesAt);
        return asked.Given.Count == 0
            ? NothingKept(reader, asked, reader["Stopped.Nothing", closes])
            : Kept(reader, asked, reader["Stopped", closes], "Stopped.GoOn", asked.Round.Id);
    }

    static Card Kept(Reader reader, AskedRound asked, string words, string label, string value) => Reader.Say(words,
        [
            reader.Button(CheckInVerbs.Answer, label, value),
            reader.Button(CheckInVerbs.Next, "Next.Offer", asked.Round.Id),
            .. InviteCard.Pairs(reader, asked.Round.Id, asked.Pairs),
            reader.Button(CheckInVerbs.Remove, "Recorded.Remove", asked.Round.Id),
        ]);

    static Card NothingKept(Reader reader, AskedRound asked, string words) =>
        Reader.Say(words, [reader.Button(CheckInVerbs.Answer, "AnswerNow", asked.Round.Id), reader.Button(CheckInVerbs.Next, "Next.Offer", asked.Round.Id), .. InviteCard.Pairs(reader, asked.Round.Id, asked.Pairs)]);

    async Task<InvokeResponse> SubmitTestAsync(TurnContext turn, Reader reader, CancellationToken cancel)
    {
        var next = await NextRound.OfAsync(turn, NextRound.PackOfTest(turn), cancel);
        var form = new CheckInForm(reader, site, next.Round, next.Questions);
        if (form.Check(next.Questions, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(form.Test(turn.Activity.Value).With(turn.Activity.Inputs), wrong);
        return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
    }

    async Task<Form> TestFormAsync(TurnContext turn, Reader reader, CancellationToken cancel)
    {
        var next = await NextRound.OfAsync(turn, NextRound.PackOfTest(turn), cancel);
        return new CheckInForm(reader, site, next.Round, next.Questions).Test(turn.Activity.Value);
    }

    static int? PageNumber(string text, CheckInForm form) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= form.Pages.Count ? page - 1 : null;
}
