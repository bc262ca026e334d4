using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Flows;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>The real flows behind the door's pages, and somebody elsewhere who coordinates a partnership.</summary>
internal sealed class DoorPartnership : IAsyncDisposable
{
    /// <summary>Ten in the morning of a working Tuesday: the bot writes first in working hours only.</summary>
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    int asked;
    string who = "rhian";

    DoorPartnership()
    {
    }

    public DoorHost Host { get; private set; } = null!;

    /// <summary>The code of its invitation for the tenants.</summary>
    public string Code { get; private set; } = "";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DoorPartnership> StartAsync()
    {
        var partnership = new DoorPartnership();
        partnership.Host = await DoorHost.StartAsync(Cancel, "Development", routes: Routes.All, clock: partnership.clock);
        var form = Assert.IsType<InvokeResponse.Open>(await partnership.AskAsync("partnership.start")).Form;
        await partnership.AskAsync(form.Verb, form.Value, ("name", "Harbour Homes Together"), ("own", "Saltmarsh Homes"), ("others", "Quayside Tenants"), ("kind", "partner"));
        var made = Assert.IsType<InvokeResponse.Show>(await partnership.AskAsync("invite.make", "", ("organisation", "o1"))).Card;
        await partnership.ColleaguesJoinAsync();
        partnership.Code = made.Elements.OfType<ActionSet>().Single().Actions.OfType<Link>().Single().Url.Segments[^1];
        return partnership;
    }

    /// <summary>Figures need five people; whoever comes with an invitation of their own lead counts at once.</summary>
    async Task ColleaguesJoinAsync()
    {
        var made = Assert.IsType<InvokeResponse.Show>(await AskAsync("invite.make", "", ("organisation", "o0"))).Card;
        var code = made.Elements.OfType<ActionSet>().Single().Actions.OfType<Link>().Single().Url.Segments[^1];
        foreach (var name in (string[])["Tariq", "Moira", "Dafydd", "Niamh"])
        {
            who = name;
            await AskAsync("join.yes", code);
        }
        who = "rhian";
    }

    public Task OpenCheckInAsync() => AskAsync("checkin.open.yes");

    /// <summary>Closes it, and lets its result be told.</summary>
    public async Task CloseCheckInAsync()
    {
        var close = Assert.IsType<InvokeResponse.Show>(await AskAsync("checkin.close")).Card;
        var yes = close.Elements.OfType<ActionSet>().Single().Actions.OfType<Button>().Single();
        await AskAsync(yes.Verb, yes.Value);
        clock.Advance(TimeSpan.FromMinutes(3));
        await Host.SettleAsync(Cancel);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    async Task<InvokeResponse> AskAsync(string verb, string value = "", params (string Id, string Value)[] inputs)
    {
        var answer = await Host.Part<Bot>().TurnAsync(new Activity
        {
            Type = ActivityType.Invoke,
            Id = $"coordinator-{++asked}",
            Verb = verb,
            Value = value,
            From = new Identity("teams", "T1", who),
            Profile = new Profile(who, "Europe/London", "en"),
            Conversation = new ConversationReference("teams", "A1|T1", who, ConversationKind.Personal),
            Inputs = inputs.ToDictionary(input => input.Id, input => input.Value, StringComparer.Ordinal),
            AnswersInline = true,
        }, Cancel);
        await Host.SettleAsync(Cancel);
        return answer;
    }
}
