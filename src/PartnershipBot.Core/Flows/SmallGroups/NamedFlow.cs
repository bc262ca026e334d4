using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>Everybody said yes: each answers, and at the close those who are in it read each other's answers by name.</summary>
static class NamedFlow
{
    /// <summary>The answers' key is made before the commit.</summary>
    public static void Begin(TurnContext turn, Few few, NamedRound asked)
    {
        var zone = few.Coordinators.FirstOrDefault()?.Zone ?? Person.DefaultZone;
        var round = asked with { State = NamedState.Open, Until = Schedule.ClosesAt(turn.Now, zone), People = [.. few.Members.Select(member => member.Id)] };
        turn.BeginRound(round.Id);
        turn.Save(round.ToRow());
        turn.Schedule(SmallGroupVerbs.Close, round.Until, round.Id);
        foreach (var member in few.Members)
        {
            var words = Words.Of(member);
            turn.Send(member.PersonId, Words.Card(
                words.Heading("Named.Title"),
                words.Line("Named.Agreed", Others(few.Members, member.Id)),
                words.Line("Named.Closes", words.Moment(round.Until)),
                words.Small("Named.NotSealed"),
                new ActionSet([
                    words.First(SmallGroupVerbs.Answer, "Named.Answer", round.Id),
                    words.Button(SmallGroupVerbs.Skip, "Named.Skip", round.Id),
                    words.Button("pause", "Pause"),
                ])), started: true, budget: Budget.CheckIn(round.Id));
        }
    }

    public static async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await MineAsync(turn, cancel) is not { } round) return TooLate(turn);
        var before = await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel);
        return new InvokeResponse.Open((await DrawAsync(turn, round, cancel)).With(before?.Given ?? Activity.NoInputs));
    }

    public static async Task<InvokeResponse> SubmitAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await MineAsync(turn, cancel) is not { } round) return TooLate(turn);
        var (words, questions) = (Words.Of(turn), Questions(round));
        if (words.Wrong(questions, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid((await DrawAsync(turn, round, cancel)).With(turn.Activity.Inputs), wrong);
        var before = await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel);
        turn.SaveAnswers(round.Id, turn.Member.Id, new OpenAnswers(Words.Given(questions, turn.Activity), before?.Version));
        return Words.Show(
            words.Line("Named.Recorded", words.Moment(round.Until)),
            new ActionSet([words.Button(SmallGroupVerbs.Answer, "Named.Change", round.Id), words.Button(SmallGroupVerbs.Remove, "Named.Remove", round.Id)]));
    }

    public static async Task<InvokeResponse> RemoveAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await MineAsync(turn, cancel) is not { } round) return TooLate(turn);
        if (await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel) is { } before)
            turn.SaveAnswers(round.Id, turn.Member.Id, before with { Given = Activity.NoInputs });
        return Left(turn, round);
    }

    /// <summary>Nothing is written.</summary>
    public static async Task<InvokeResponse> SkipAsync(TurnContext turn, CancellationToken cancel) =>
        await MineAsync(turn, cancel) is { } round ? Left(turn, round) : TooLate(turn);

    public static async Task<InvokeResponse> CloseAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await NamedRound.AskedAsync(turn, cancel) is not { State: NamedState.Open } round) return InvokeResponse.Ok;
        turn.Save((round with { State = NamedState.Closing }).ToRow());
        turn.Schedule(SmallGroupVerbs.Share, turn.Now + Round.Drain, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>To those who said yes and are still here, what each of them said. Who said nothing is not named.</summary>
    public static async Task<InvokeResponse> ShareAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await NamedRound.AskedAsync(turn, cancel) is not { State: NamedState.Closing } round) return InvokeResponse.Ok;
        var people = (await Few.ReadAsync(turn, cancel))!.Members.Where(member => round.People.Contains(member.Id)).ToList();
        var said = new List<(Member Member, IReadOnlyDictionary<string, string> Given)>();
        foreach (var member in people)
            if (await turn.ReadAnswersAsync(round.Id, member.Id, cancel) is { } answers) said.Add((member, answers.Given));

        foreach (var member in people)
        {
            var words = Words.Of(member);
            turn.Send(member.PersonId, Words.Card(
            [
                words.Heading("Shared.Title"),
                .. said.Select(one => words.Line("Shared.One", one.Member.Name, words.Said(Questions(round), one.Given))),
                words.Line(said.Count > 0 ? "Shared.Talk" : "Shared.Nobody"),
                words.Small("Shared.WhoSees", Others(people, member.Id)),
            ]), started: true, budget: Budget.Free);
        }
        turn.Save((round with { State = NamedState.Shared }).ToRow());
        turn.Schedule(SmallGroupVerbs.Forget, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>What was answered goes from the store of open rounds once it is on its way.</summary>
    public static Task<InvokeResponse> ForgetAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.ForgetRound(turn.Activity.Value);
        return Task.FromResult(InvokeResponse.Ok);
    }

    /// <summary>The names of everybody else.</summary>
    public static string Others(IEnumerable<Member> people, string me) => string.Join(", ", people.Where(member => member.Id != me).Select(member => member.Name));

    static async Task<Form> DrawAsync(TurnContext turn, NamedRound round, CancellationToken cancel)
    {
        var words = Words.Of(turn);
        var people = (await Few.ReadAsync(turn, cancel))!.Members.Where(member => round.People.Contains(member.Id));
        return words.Ask(SmallGroupVerbs.Submit, round.Id, Questions(round), words["Named.WhoSees", Others(people, turn.Member!.Id), words.Moment(round.Until)]);
    }

    static async Task<NamedRound?> MineAsync(TurnContext turn, CancellationToken cancel) =>
        await NamedRound.AskedAsync(turn, cancel) is { } round && round.Takes(turn.Now) && round.People.Contains(turn.Member!.Id) ? round : null;

    static IReadOnlyList<Question> Questions(NamedRound round) => PackLibrary.Pulse.Rated(round.First);

    static InvokeResponse Left(TurnContext turn, NamedRound round)
    {
        var words = Words.Of(turn);
        return Words.Show(words.Line("Named.Left", words.Moment(round.Until)), new ActionSet([words.Button(SmallGroupVerbs.Answer, "Named.Answer", round.Id)]));
    }

    static InvokeResponse TooLate(TurnContext turn) => Words.Show(Words.Of(turn).Line("Named.TooLate"));
}
