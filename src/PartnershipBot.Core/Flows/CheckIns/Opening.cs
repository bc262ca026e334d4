using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

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

        var people = (await MemberPage.AllAsync(turn, cancel)).Count;
        var questions = PackLibrary.Pulse.Rated(current.NoneEver).Count;
        var closes = Schedule.ClosesAt(turn.Now, reader.Zone, days: (await RhythmRows.OrUsualAsync(turn, reader.Zone, cancel)).DaysOpen);
        var card = new Card(reader["Open.Title"],
        [
            new TextBlock(reader["Open.Title"], TextStyle.Heading),
            new TextBlock(reader["Open.What", reader.People(people), reader.InWords(questions), reader.Moment(closes)]),
            new TextBlock(WhatYouWillSee(reader, people)),
            new TextBlock(reader["Open.NoCounts"], TextStyle.Small),
            new ActionSet([
                new Button(CheckInVerbs.OpenYes, reader["Open.For", reader.People(people)], Style: ButtonStyle.Primary),
                reader.Button(CheckInVerbs.Preview, "Open.Preview"),
                reader.Button(CheckInVerbs.SendMe, "Open.SendMe"),
            ]),
        ]);
        return new InvokeResponse.Show(turn.Live(card, turn.NewId("open"), CheckInVerbs.Open));
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (await RefusedAsync(turn, current, cancel) is { } refused) return new InvokeResponse.Show(refused);

        var round = Begin(turn, current, await RhythmRows.OrUsualAsync(turn, reader.Zone, cancel), turn.Member!.Id, reader.Zone);
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
        if (members.Count < Suppression.Least) return InvokeResponse.Ok;

        var coordinator = members.FirstOrDefault(member => member.Roles.HasFlag(Roles.Coordinator));
        var zone = coordinator?.Zone ?? Person.DefaultZone;
        Begin(turn, current, await RhythmRows.OrUsualAsync(turn, zone, cancel), "", zone);
        return InvokeResponse.Ok;
    }

    /// <summary>The form as a member sees it.</summary>
    public async Task<InvokeResponse> PreviewAsync(TurnContext turn, CancellationToken cancel)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var reader = Reader.Of(turn);
        return new InvokeResponse.Open(CheckInForm.Test(reader, site, PackLibrary.Pulse.Rated(current.NoneEver), Schedule.ClosesAt(turn.Now, reader.Zone)));
    }

    /// <summary>The invitation as a member gets it, to the coordinator alone.</summary>
    public static async Task<InvokeResponse> SendMeAsync(TurnContext turn, CancellationToken cancel)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var reader = Reader.Of(turn);
        var card = InviteCard.Draw(reader, await RoundRows.PartnershipNameAsync(turn, cancel), CheckInVerbs.Test,
            PackLibrary.Pulse.Rated(current.NoneEver).Count, Schedule.ClosesAt(turn.Now, reader.Zone));
        turn.Send(turn.Person!.Id, card);
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
    /// <param name="openedBy">The member; empty when it opens by itself.</param>
    public static Round Begin(TurnContext turn, CurrentRounds current, RhythmSetting rhythm, string openedBy, string zone)
    {
        var today = Schedule.Today(turn.Now, zone);
        if (rhythm.Version is null) Occurring.Schedule(turn, rhythm);
        var isFull = rhythm.IsFullOn(today);
        var pack = PackFor(isFull);
        if (isFull || rhythm.Version is null) turn.Save((isFull ? rhythm with { Full = today } : rhythm).ToRow());

        var round = Round.Begin(turn.NewId("r"), pack.Id, pack.Version, current.NoneEver, openedBy, turn.Now, Schedule.ClosesAt(turn.Now, zone, days: rhythm.DaysOpen));
        turn.BeginRound(round.Id);
        turn.Save(round.ToRow());
        turn.Note(LogEntry.RoundOpened);
        turn.Save((current with { Open = round.Id }).ToRow());
        turn.Schedule(CheckInVerbs.Invite, turn.Now, round.Id);
        turn.Schedule(CheckInVerbs.End, round.ClosesAt, round.Id);
        return round;
    }

    /// <summary>The full check-in once a quarter, a pulse otherwise.</summary>
    static Pack PackFor(bool isFull) => PackLibrary.Pulse;

    static string WhatYouWillSee(Reader reader, int people) => people switch
    {
        1 => reader["Size.One"],
        < Suppression.Least => reader["Size.Few", reader.InWords(people)],
        Suppression.Least => reader["Size.Five"],
        _ => reader["Size.More"],
    };

    static Card AlreadyOpen(Reader reader, Round round) => round.State == RoundState.Closing
        ? Reader.Say(reader["Open.Closing"])
        : Reader.Say(reader["Open.Already", reader.Moment(round.ClosesAt)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round.Id, ButtonStyle.Primary), reader.Button(CheckInVerbs.Close, "CloseEarly"));
}
