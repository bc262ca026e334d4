using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>A check-in of one question: its answers are buttons in the message, and one press answers. No card shows which was pressed.</summary>
static class OneQuestion
{
    /// <summary>One press is an answer, the next one changes it.</summary>
    public static async Task<InvokeResponse> RateAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (NextRound.IsTest(turn)) return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
        if (await AskedRound.OfAsync(turn, cancel) is not { } asked) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (turn.Activity.Value.Split('|') is not [_, var id, var value] || asked.Questions.FirstOrDefault(one => one.Id == id) is not { } question || !question.Scale!.Has(value))
            return new InvokeResponse.Show(Reader.Say(reader["One.NotAnAnswer"], reader.Button(CheckInVerbs.Answer, "AnswerNow", asked.Round.Id)));

        asked.Keep(turn, [KeyValuePair.Create(id, value)]);
        var words = reader["One.Recorded", reader.Moment(asked.Round.ClosesAt)];
        return new InvokeResponse.Show(new Card(words,
            [new TextBlock(words), new TextBlock(question.Text), new ActionSet([.. Answers(asked.Round.Id, question), reader.Button(CheckInVerbs.More, "One.More", asked.Round.Id)])]));
    }

    /// <summary>What there is no room for beside the answers.</summary>
    public static async Task<InvokeResponse> MoreAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (NextRound.IsTest(turn)) return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
        if (await AskedRound.OfAsync(turn, cancel) is not { Questions: [var question, ..] } asked) return new InvokeResponse.Show(InviteCard.TooLate(reader));

        var id = asked.Round.Id;
        List<CardAction> actions = [.. question.Scale!.Choices.Skip(question.Scale.Values.Count).Select(choice => Answer(id, question, choice))];
        if (asked.Answered is null)
        {
            if (await turn.GetAsync(Invited.Prefix(id) + turn.Member!.Id, cancel) is not { } row || !Invited.FromRow(row).AskAgain) actions.Add(reader.Button(CheckInVerbs.Later, "Invite.Later", id));
            actions.Add(reader.Button(CheckInVerbs.Skip, "Invite.Skip", id));
            actions.Add(reader.Button(CheckInVerbs.Pause, "Invite.Pause"));
        }
        else
        {
            actions.Add(reader.Button(CheckInVerbs.Next, "Next.Offer", id));
            actions.Add(reader.Button(CheckInVerbs.Remove, "Recorded.Remove", id));
        }
        actions.Add(reader.Button(CheckInVerbs.Answer, "One.Back", id));
        return new InvokeResponse.Show(new Card(question.Text, [new TextBlock(question.Text), new ActionSet(actions)]));
    }

    /// <summary>The question, with who could see the answer before it is given.</summary>
    public static Card Invite(Reader reader, Site site, string partnership, string round, Question question, DateTimeOffset closesAt, string? also = null)
    {
        List<CardElement> elements = round.Split('|')[0] == CheckInVerbs.Test ? [new TextBlock(reader["Invite.Test"])] : [];
        elements.Add(new TextBlock(reader["One.Why", partnership]));
        if (also is not null) elements.Add(new TextBlock(also));
        elements.AddRange(Ask(reader, site, round, question, closesAt));
        return new Card(reader["Invite.Summary", partnership, reader.Moment(closesAt)], elements);
    }

    /// <summary>The question once more, to somebody who asked for it.</summary>
    public static Card Asked(Reader reader, Site site, Round round, Question question) =>
        new(question.Text, [.. Ask(reader, site, round.Id, question, round.ClosesAt)]);

    static IEnumerable<CardElement> Ask(Reader reader, Site site, string round, Question question, DateTimeOffset closesAt)
    {
        yield return new TextBlock(question.Text, question.Text.Length <= CardLimits.Heading ? TextStyle.Heading : TextStyle.Normal);
        yield return new TextBlock(reader["Invite.Closes", reader.Moment(closesAt)]);
        yield return new TextBlock(Confidentiality.OfRatings(site.Host, reader.Language), TextStyle.Small);
        yield return new TextBlock(Confidentiality.Until(reader.Moment(closesAt), reader.Language), TextStyle.Small);
        yield return new ActionSet([.. Answers(round, question), reader.Button(CheckInVerbs.More, "One.More", round)]);
    }

    static IEnumerable<CardAction> Answers(string round, Question question) =>
        question.Scale!.Choices.Take(question.Scale.Values.Count).Select(choice => Answer(round, question, choice));

    static Button Answer(string round, Question question, (string Value, string Label) choice) =>
        new(CheckInVerbs.Rate, choice.Label, $"{round}|{question.Id}|{choice.Value}");
}
