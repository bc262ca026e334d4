using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Opens a round: asks the coordinator first, or by itself once enough people have joined.</summary>
sealed class Opening(Site site)
{
    /// <summary>What will be asked of whom, until when, and what this partnership will see of it.</summary>
    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (await RefusedAsync(turn, current, cancel) is { } refused) return new InvokeResponse.Show(refused);

        var next = await NextRound.OfAsync(turn, turn.Activity.Value, cancel);
        if (next.Questions.Count == 0) return new InvokeResponse.Show(NothingToAsk(reader));
        var members = await MemberPage.AllAsync(turn, cancel);
        var people = members.Count;
        var test = NextRound.TestValue(next.Round.Pack);
        var card = new Card(reader["Open.Title"],
        [
            new TextBlock(reader["Open.Title"], TextStyle.Heading),
            new TextBlock(What(reader, people, next)),
            new TextBlock(WhatYouWillSee(reader, members.Count(member => member.Confirmed))),
            new TextBlock(reader["Open.NoCounts"], TextStyle.Small),
            new ActionSet([
                new Button(CheckInVerbs.OpenYes, reader["Open.For", reader.People(people)], next.Round.Pack, ButtonStyle.Primary),
                reader.Button(CheckInVerbs.Preview, "Open.Preview", test),
                reader.Button(CheckInVerbs.SendMe, "Open.SendMe", test),
            ]),
        ]);
        return new InvokeResponse.Show(turn.Live(card, turn.NewId("open"), CheckInVerbs.Open, next.Round.Pack));
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (await RefusedAsync(turn, current, cancel) is { } refused) return new InvokeResponse.Show(refused);

        var rhythm = await RhythmRows.OrUsualAsync(turn, reader.Zone, cancel);
        if (await BeginAsync(turn, rhythm, turn.Activity.Value, turn.Member!.Id, reader.Zone, cancel) is not { } round) return new InvokeResponse.Show(NothingToAsk(reader));
        await turn.MoveOnAsync(CheckInVerbs.Open, "", cancel);
        var people = (await MemberPage.AllAsync(turn, cancel)).Count;
        return new InvokeResponse.Show(Reader.Say(reader["Opened", reader.Moment(round.ClosesAt), reader.People(people)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round.Id, ButtonStyle.Primary), reader.Button(CheckInVerbs.Close, "CloseEarly")));
    }

    /// <summary>The first round opens by itself, when none ever was and enough people are there for figures.</summary>
    public static async Task<InvokeResponse> FirstAsync(TurnContext turn, CancellationToken cancel)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (!current.NoneEver) return InvokeResponse.Ok;
        var members = await MemberPage.AllAsync(turn, cancel);
        if (members.Count(member => member.Confirmed) < Suppression.Least) return InvokeResponse.Ok;

        var coordinator = members.FirstOrDefault(member => member.Roles.HasFlag(Roles.Coordinator));
        var zone = coordinator?.Zone ?? Person.DefaultZone;
        await BeginAsync(turn, await RhythmRows.OrUsualAsync(turn, zone, cancel), "", "", zone, cancel);
        return InvokeResponse.Ok;
    }

    /// <summary>The form as a member sees it.</summary>
    public async Task<InvokeResponse> PreviewAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var next = await NextRound.OfAsync(turn, NextRound.PackOfTest(turn), cancel);
        return next.Questions.Count == 0
            ? new InvokeResponse.Show(NothingToAsk(reader))
            : new InvokeResponse.Open(new CheckInForm(reader, site, next.Round, next.Questions).Test(NextRound.TestValue(next.Round.Pack)));
    }

    /// <summary>The invitation as a member gets it, to the coordinator alone.</summary>
    public async Task<InvokeResponse> SendMeAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var next = await NextRound.OfAsync(turn, NextRound.PackOfTest(turn), cancel);
        if (next.Questions.Count == 0) return new InvokeResponse.Show(NothingToAsk(reader));
        var (name, test) = (await RoundRows.PartnershipNameAsync(turn, cancel), NextRound.TestValue(next.Round.Pack));
        turn.Send(turn.Person!.Id, next.Questions is [var only]
            ? OneQuestion.Invite(reader, site, name, test, only, next.Round.ClosesAt)
            : InviteCard.Draw(reader, name, test, next.Questions.Count, next.Round.ClosesAt));
        return InvokeResponse.Ok;
    }

    /// <returns>Why no check-in can open now, as a card; null when one can.</returns>
    public static async Task<Card?> RefusedAsync(TurnContext turn, CurrentRounds current, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, current.Open, cancel) is { } round) return AlreadyOpen(Reader.Of(turn), round);
        return await Gate.IsOpenAsync(turn, current, cancel) ? null : Gate.Shut(Reader.Of(turn), current.Last);
    }

    /// <summary>However a round opens. The round's key is made before the commit, and the first invitation goes out after it.</summary>
    /// <param name="rhythm">One that is not kept yet begins with this round.</param>
    /// <param name="pack">The id of the question pack; the empty string for the one whose turn it is.</param>
    /// <param name="openedBy">The member; empty when it opens by itself.</param>
    /// <returns>Null when the partnership has switched every question off: then nothing opens.</returns>
    public static async Task<Round?> BeginAsync(TurnContext turn, RhythmSetting rhythm, string pack, string openedBy, string zone, CancellationToken cancel)
    {
        var next = await NextRound.OfAsync(turn, pack, cancel, openedBy, rhythm, zone);
        if (next.Questions.Count == 0) return null;
        if (rhythm.Version is null) Occurring.Schedule(turn, rhythm);
        if (next.IsFull || rhythm.Version is null) turn.Save((next.IsFull ? rhythm with { Full = Schedule.Today(turn.Now, zone) } : rhythm).ToRow());

        var round = next.Round;
        turn.BeginRound(round.Id);
        turn.Save(round.ToRow());
        turn.Save((next.Current with { Open = round.Id }).ToRow());
        turn.Schedule(CheckInVerbs.Invite, turn.Now, round.Id);
        turn.Schedule(CheckInVerbs.End, round.ClosesAt, round.Id);
        return round;
    }

    static string What(Reader reader, int people, NextRound next) => next.Questions.Count == 1
        ? reader["Open.WhatOne", reader.People(people), reader.Moment(next.Round.ClosesAt)]
        : reader["Open.What", reader.People(people), reader.InWords(next.Questions.Count), reader.Moment(next.Round.ClosesAt), reader.Minutes(next.Questions.Count)];

    static Card NothingToAsk(Reader reader) => Reader.Say(reader["Open.NothingToAsk"], reader.Button(CheckInVerbs.Questions, "Questions.See"));

    static string WhatYouWillSee(Reader reader, int people) => reader[people == Suppression.Least ? "Size.Five" : "Size.More"];

    static Card AlreadyOpen(Reader reader, Round round) => round.State == RoundState.Closing
        ? Reader.Say(reader["Open.Closing"])
        : Reader.Say(reader["Open.Already", reader.Moment(round.ClosesAt)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round.Id, ButtonStyle.Primary), reader.Button(CheckInVerbs.Close, "CloseEarly"));
}
