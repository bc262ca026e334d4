using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Whoever holds the money answers like the rest, and sees the result after the others have talked, or ten working days later.</summary>
static class LaterResults
{
    /// <summary>Organisations whose people see every result later.</summary>
    public static async Task<IReadOnlySet<string>> OrganisationsAsync(TurnContext turn, CancellationToken cancel)
    {
        var later = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in turn.QueryAsync(Keys.OrganisationPrefix, cancel))
            if (Organisation.FromRow(row) is { HearsLater: true } organisation) later.Add(organisation.Id);
        return later;
    }

    /// <summary>Those whose people do not see this round's result yet.</summary>
    public static async Task<IReadOnlySet<string>> WaitingAsync(TurnContext turn, Round round, CancellationToken cancel) =>
        await IsHeardAsync(turn, round, cancel) ? new HashSet<string>() : await OrganisationsAsync(turn, cancel);

    /// <summary>They are sent it when the wait is over. A talk that ends sooner asks for the same verb.</summary>
    public static async Task WaitAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        turn.Schedule(CheckInVerbs.PublishLater, await AtTheLatestAsync(turn, round.ClosedAt!.Value, cancel), round.Id);
    }

    /// <summary>Sends the result to those who waited, once, a page of them at a time.</summary>
    public static async Task<InvokeResponse> PublishAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { State: RoundState.Closed, PublishedTo: Round.Everyone } round) return InvokeResponse.Ok;
        if (!await IsHeardAsync(turn, round, cancel)) return InvokeResponse.Ok;
        var told = await turn.GetAsync(Told(round.Id), cancel);
        if (told?.Text("to") == Round.Everyone) return InvokeResponse.Ok;

        var later = await OrganisationsAsync(turn, cancel);
        var page = await MemberPage.ReadAsync(turn, told?.Text("to") ?? "", cancel);
        var name = await RoundRows.PartnershipNameAsync(turn, cancel);
        var questions = await RoundQuestions.ReadAsync(turn, round, cancel);
        foreach (var member in page.Members.Where(member => later.Contains(member.OrganisationId)))
        {
            var reader = Reader.Of(member);
            turn.Send(member.PersonId, ResultCard.Draw(reader, name, round, questions.In(reader.Language)), started: true, budget: Budget.Free);
        }
        turn.Save(new Row(Told(round.Id), new Columns { ["to"] = page.To }, told?.ETag));
        // A channel may be read by them too, so it waits as long.
        turn.Schedule(page.To != Round.Everyone ? CheckInVerbs.PublishLater : CheckInVerbs.Post, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <returns>What is said to who asks too early; null when they may see it.</returns>
    public static async Task<Card?> NotYetAsync(TurnContext turn, Reader reader, string roundId, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, roundId, cancel) is not { ClosedAt: { } closed } round) return null;
        if (!(await OrganisationsAsync(turn, cancel)).Contains(turn.Member!.OrganisationId) || await IsHeardAsync(turn, round, cancel)) return null;
        return Reader.Say(reader["Result.Later", reader.Day(await AtTheLatestAsync(turn, closed, cancel))]);
    }

    /// <summary>When they see it at the latest. UTC.</summary>
    public static async Task<DateTimeOffset> AtTheLatestAsync(TurnContext turn, DateTimeOffset closes, CancellationToken cancel)
    {
        var nation = await turn.GetAsync(Keys.Profile, cancel) is { } row ? Partnership.FromRow(turn.PartnershipId, row).Nation : Nation.EnglandAndWales;
        return HearsLater.AtTheLatest(closes, Person.DefaultZone, nation);
    }

    static async Task<bool> HearsLaterAsync(TurnContext turn, string member, CancellationToken cancel) =>
        await turn.GetAsync(Keys.MemberPrefix + member, cancel) is { } row && (await OrganisationsAsync(turn, cancel)).Contains(Member.FromRow(row).OrganisationId);

    /// <summary>In partnership|: the last member id that was looked at when a result went to those who waited.</summary>
    static string Told(string round) => "told-later|" + round;

    /// <summary>A note written by who holds the money is not the others' talk.</summary>
    static async Task<bool> IsHeardAsync(TurnContext turn, Round round, CancellationToken cancel) =>
        Note.FromRow(await turn.GetAsync(Note.Key(round.Id), cancel)) is { } note && !await HearsLaterAsync(turn, note.By, cancel)
        || turn.Now >= await AtTheLatestAsync(turn, round.ClosedAt!.Value, cancel);
}
