using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Everything held about the person who asks, as a card, and as a file behind a link that is good once.</summary>
internal sealed class MyDataFlow(Site site)
{
    const int MostListed = 12;

    /// <summary>It says the same whether somebody gave ratings or not: a card is kept until it is sent, and then stays in a chat.</summary>
    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (PrivacyWords.To(turn), turn.Person!);
        var mine = await MyData.ReadAsync(turn, person, cancel);
        var open = mine.Partnerships.Select(p => p.OpenRound).OfType<Round>().OrderBy(round => round.ClosesAt).FirstOrDefault();
        var card = PrivacyWords.Card(
            say.Heading("MyData.Title"),
            new FactSet(
            [
                new Fact(say["MyData.Name"], person.Name.Length > 0 ? person.Name : say["MyData.None"]),
                new Fact(say["MyData.Reach"], say[$"MyData.Reach.{person.Reach.Channel}"]),
                new Fact(say["MyData.Clock"], say["MyData.Clock.At", person.Hour, PlainTime.City(person.Zone), person.Language]),
                new Fact(say["MyData.Messages"], Messages(say, person, turn.Now)),
                new Fact(say["MyData.Partnerships"], Listed(say, mine)),
                new Fact(say["MyData.CheckIns"], say["MyData.CheckIns.Asked", mine.Partnerships.Sum(p => p.InvitedTo.Count)]),
                new Fact(say["MyData.Notes"], say["MyData.Notes.Count", mine.Of("draft|").Count(), mine.HalfFilled]),
                new Fact(say["MyData.Letters"], say["MyData.Letters.Count", mine.Of(Keys.LetterPrefix).Count(), mine.Waiting]),
            ]),
            open is null ? null : say.Line("MyData.OpenRatings"),
            say.Until(open?.ClosesAt),
            say.Small("MyData.OnlyYou"),
            PrivacyWords.Actions(say.Button(PrivacyVerbs.Link, "MyData.File.Button"), say.Button(PrivacyVerbs.Sees, "Sees.Button"), say.Button(PrivacyVerbs.Forget, "Forget.Button")));
        return new InvokeResponse.Show(card with { Origin = new Origin(person.Partition) });
    }

    public async Task<InvokeResponse> LinkAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (PrivacyWords.To(turn), turn.Person!);
        // Pressed where it belongs to the person alone; else the card is shown again from there.
        if (turn.Home != person.Partition) return await ShowAsync(turn, cancel);
        // Made from this request under the service's own key: a request that is delivered again shows the link that was kept.
        var token = turn.Hash("data link|" + turn.Activity.Id);
        var hash = turn.Hash(DataLinks.Name(token));
        turn.Schedule(PrivacyVerbs.KeepLink, turn.Now, $"{hash}|{person.Id}|{Keys.Time(turn.Now + DataLinks.Lifetime)}", Keys.Directory(hash));
        return PrivacyWords.Show(
            say.Heading("MyData.File.Title"),
            say.Line("MyData.File.What"),
            say.Line("MyData.File.Once", say.Moment(turn.Now + DataLinks.Lifetime)),
            PrivacyWords.Actions(new Link(say["MyData.File.Open"], site.At("data/" + token)), say.Button(PrivacyVerbs.MyData, "MyData.Button")));
    }

    /// <summary>In directory|: the link is kept there, and its end with it.</summary>
    public static async Task<InvokeResponse> KeepLinkAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|');
        var expires = Keys.ParseTime(parts[2])!.Value;
        if (expires <= turn.Now || await turn.GetAsync(Keys.DataLink(parts[0]), cancel) is not null) return InvokeResponse.Ok;
        turn.Save(DataLinks.ToRow(parts[0], parts[1], expires));
        turn.Schedule(PrivacyVerbs.EndLink, expires, parts[0]);
        return InvokeResponse.Ok;
    }

    public static async Task<InvokeResponse> EndLinkAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(Keys.DataLink(turn.Activity.Value), cancel) is { } row) turn.Remove(row);
        return InvokeResponse.Ok;
    }

    /// <summary>In person|, asked by the page of a link that was spent.</summary>
    public static async Task<InvokeResponse> FileAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!turn.Home.StartsWith("person|", StringComparison.Ordinal) || await turn.GetAsync(Keys.Profile, cancel) is not { } row) return InvokeResponse.Ok;
        var person = Person.FromRow(turn.Home["person|".Length..], row);
        return new InvokeResponse.Give(await MyDataFile.WriteAsync(turn, await MyData.ReadAsync(turn, person, cancel), cancel));
    }

    static string Messages(PrivacyWords say, Person person, DateTimeOffset now) => person switch
    {
        _ when !person.IsPaused(now) => say["MyData.NotPaused"],
        _ when person.PausedUntil == Person.ForNow => say["MyData.PausedForNow"],
        _ => say["MyData.Paused", say.Moment(person.PausedUntil!.Value)],
    };

    static string Listed(PrivacyWords say, MyData mine)
    {
        if (mine.Partnerships.Count == 0) return say["MyData.None"];
        var lines = mine.Partnerships.Take(MostListed).Select(p => p.Member.LeftAt is { } left
            ? say["MyData.WasIn", p.Name, p.Organisation, say.Date(left)]
            : say["MyData.In", p.Name, p.Organisation, say.RoleOf(p.Member.Roles), say.Date(p.Member.JoinedAt)]);
        return string.Join('\n', lines) + (mine.Partnerships.Count > MostListed ? "\n" + say["MyData.More", mine.Partnerships.Count - MostListed] : "");
    }
}
