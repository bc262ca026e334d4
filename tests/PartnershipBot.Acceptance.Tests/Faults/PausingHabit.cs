using System.Globalization;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>Somebody pauses until one day after another: what is kept is the last day, and in Slack, where it is typed, every day is answered.</summary>
internal abstract class PausingHabit(Identity who) : Habit
{
    static readonly DateOnly First = new(2027, 1, 1);

    readonly List<DateOnly> said = [];
    DateOnly? acknowledged, underWay;

    protected sealed override async Task OnceAsync(Courier courier, CancellationToken cancel)
    {
        var day = First.AddDays(said.Count);
        (underWay, _) = (day, acknowledged);
        said.Add(day);
        await courier.DeliverAsync(Request(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), cancel);
        acknowledged = day;
    }

    protected abstract PlatformRequest Request(string day);

    public sealed override async Task CheckAsync(KeptRows kept, CancellationToken cancel)
    {
        var (last, next) = (acknowledged, underWay);
        var id = kept.PersonId(who);
        var row = await kept.Tables.Main.GetAsync(Keys.Person(id), Keys.Profile, cancel);
        DateOnly? day = row is null || Person.FromRow(id, row).PausedUntil is not { } until ? null : DateOnly.FromDateTime(PlainTime.In(until, Person.DefaultZone).Date);
        Assert.True(day == last || day == next, $"{who} was told that the pause is until {last}, was asking for {next}, and what is kept is {day}.");
    }

    protected IEnumerable<string> Words => said.Select(day => "Paused until " + day.ToString("ddd d MMM,", Texts.Culture("en")));

    /// <summary>Words that are no answer to anything.</summary>
    protected int Said => said.Count;
}

internal sealed class PausingInSlack(SlackActor actor) : PausingHabit(Harbour.Of(actor))
{
    protected override PlatformRequest Request(string day) => actor.Says("pause " + day);

    public override async Task CheckAtLastAsync(KeptRows kept, Heard heard, CancellationToken cancel)
    {
        await CheckAsync(kept, cancel);
        foreach (var words in Words) heard.CameOnce(actor.DirectMessages, words);
        Assert.Equal(Said, heard.Posts(actor.DirectMessages).Select(post => post.Body).Distinct(StringComparer.Ordinal).Count());
    }
}

internal sealed class PausingInTeams(TeamsActor actor, PretendPlatforms platforms) : PausingHabit(Harbour.Of(actor))
{
    protected override PlatformRequest Request(string day) => actor.Presses(platforms, "pause.set", "", "", ("until", day));
}
