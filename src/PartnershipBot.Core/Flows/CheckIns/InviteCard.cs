using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The card that asks a member, as it changes: asked, later, skipped, closed.</summary>
static class InviteCard
{
    /// <param name="round">The round's id, or what stands in its place for a test.</param>
    /// <param name="again">Whether it was sent before: then it cannot be put off once more.</param>
    /// <param name="also">What this member has to know besides; null for nothing.</param>
    public static Card Draw(Reader reader, string partnership, string round, int questions, DateTimeOffset closesAt, bool again = false, string? also = null)
    {
        List<CardElement> elements = [];
        if (round.Split('|')[0] == CheckInVerbs.Test) elements.Add(new TextBlock(reader["Invite.Test"]));
        elements.Add(new TextBlock(reader["Invite.Title"], TextStyle.Heading));
        elements.Add(new TextBlock(reader["Invite.Why", partnership, reader.InWords(questions), reader.Minutes(questions)]));
        elements.Add(new TextBlock(reader["Invite.Closes", reader.Moment(closesAt)]));
        if (also is not null) elements.Add(new TextBlock(also));
        elements.Add(new TextBlock(reader["Invite.WhoSees"], TextStyle.Small));
        List<CardAction> actions = [reader.Button(CheckInVerbs.Answer, "AnswerNow", round, ButtonStyle.Primary)];
        if (!again) actions.Add(reader.Button(CheckInVerbs.Later, "Invite.Later", round));
        actions.Add(reader.Button(CheckInVerbs.Skip, "Invite.Skip", round));
        actions.Add(reader.Button(CheckInVerbs.Pause, "Invite.Pause"));
        elements.Add(new ActionSet(actions));
        return new Card(reader["Invite.Summary", partnership, reader.Moment(closesAt)], elements);
    }

    /// <summary>It has no id of its own, so that nothing is left behind when it was sent.</summary>
    public static Card Reminder(Reader reader, string partnership, Round round) => new(reader["Remind.Title", partnership],
    [
        new TextBlock(reader["Remind.Title", partnership], TextStyle.Heading),
        new TextBlock(reader["Remind.Closes", reader.Moment(round.ClosesAt)]),
        new TextBlock(reader["Remind.Once"], TextStyle.Small),
        new ActionSet([
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round.Id, ButtonStyle.Primary),
            reader.Button(CheckInVerbs.Skip, "Invite.Skip", round.Id),
            reader.Button(CheckInVerbs.Pause, "Invite.Pause"),
        ]),
    ]);

    public static Card PutOff(Reader reader, string round, DateTimeOffset until) =>
        Reader.Say(reader["Later", reader.Moment(until)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round, ButtonStyle.Primary), reader.Button(CheckInVerbs.Skip, "Invite.Skip", round));

    /// <param name="pairs">Whether people are asked about single partners too.</param>
    public static Card Skipped(Reader reader, string round, DateTimeOffset closesAt, bool pairs) =>
        Reader.Say(reader["Skipped", reader.Moment(closesAt)],
            [reader.Button(CheckInVerbs.Answer, "AnswerNow", round), reader.Button(CheckInVerbs.Next, "Next.Offer", round), .. Pairs(reader, round, pairs)]);

    /// <summary>The same button for who answered and who skipped.</summary>
    public static IEnumerable<CardAction> Pairs(Reader reader, string round, bool pairs) =>
        pairs ? [reader.Button(CheckInVerbs.Pairs, "Recorded.Pairs", round)] : [];

    public static Card Closed(Reader reader) => Reader.Say(reader["Closed.Invitation"], reader.Button(CheckInVerbs.Result, "Result.See"));

    /// <summary>What is said to a press that comes too late.</summary>
    public static Card TooLate(Reader reader) => Reader.Say(reader["Closed.TooLate"], reader.Button(CheckInVerbs.Result, "Result.See"));
}
