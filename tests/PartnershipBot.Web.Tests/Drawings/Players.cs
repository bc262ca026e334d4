using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Tests;

namespace PartnershipBot.Web.Tests.Drawings;

/// <summary>The people of <see cref="PlayedFlows"/>, and what they do.</summary>
internal sealed class Players(Script script, PlayedFlows seen)
{
    /// <summary>What would end the play before everything was tried.</summary>
    static readonly HashSet<string> Final = new(["leave.yes", "checkin.open.yes", "checkin.close.yes", "partnership.new", "coordinator.no", "forget.yes", "meeting"], StringComparer.Ordinal);

    readonly ScriptPerson maeve = new("Maeve", "teams"), sam = new("Sam", "slack"), joan = new("Joan", "door") { Profile = null };
    readonly ScriptPerson[] others = [new("Priya", "slack"), new("Gwen", "teams"), new("Omar", "slack")];
    string code = "";

    IEnumerable<ScriptPerson> Everybody => [maeve, sam, joan, .. others];

    public async Task PlayAsync()
    {
        await TriesEverythingAsync(sam);
        await StartsAsync();
        await TriesEverythingAsync(maeve);
        foreach (var who in others.Append(sam)) await DoAsync(who, () => script.AsksAsync(who, "join.yes", code));
        await TriesEverythingAsync(joan); // Joins on the way.
        foreach (var who in others) await WantsAllMessagesAsync(who);
        await SayWhoIsWithThemAsync();
        await TriesEverythingAsync(maeve);

        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromDays(8))); // The first check-in opens by itself.
        await TriesEverythingAsync(maeve, sam, joan);
        await AnswersAsync("1", "1", "2", "1", "1", "1");
        await DecidesAsync("checkin.close");
        await TriesEverythingAsync(maeve, sam, joan);

        await PostsInAChannelAsync();
        await DoAsync(maeve, () => script.AsksAsync(maeve, "note.nothing"));
        await DecidesAsync("checkin.open");
        await AnswersAsync("3", "4", "5", "5", "DK", "2");
        await DoAsync(sam, () => script.PressesAsync(sam, LabelOf(sam, "checkin.next")));
        await DoAsync(sam, () => script.FillsInAsync(sam, ("words", "A call before each visit")));
        await DoAsync(sam, () => script.PressesAsync(sam, LabelOf(sam, "checkin.next.send")));
        script.Teams.Readers["C1"] = new Readers(80, true); // More than agreed to: posting pauses.
        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromDays(8)));
        await DecidesAsync("checkin.close"); // It was chosen to stay open for two weeks.
        await DoAsync(sam, () => script.AsksAsync(sam, "note.nothing")); // Who holds the money hears after the others, and a channel after everybody.
        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromDays(4)));
        await TriesEverythingAsync(maeve, sam, joan);

        foreach (var who in (ScriptPerson[])[sam, others[2]])
        {
            await DoAsync(who, () => script.AsksAsync(who, "leave"));
            await PressesAsync(who, "leave.yes");
        }
        await SharesByNameAsync(maeve, joan, others[0], others[1]);

        foreach (var typed in (string[])["start", "Visits in Wales", "Quayside Homes", "Tenants' Group", "A partner like the others"]) // Now there is something to switch.
            await DoAsync(maeve, () => script.SaysAsync(maeve, typed));
        await TriesEverythingAsync(maeve);
        foreach (var verb in seen.NotYet(script.Router).Except(Final, StringComparer.Ordinal)) await DoAsync(maeve, () => script.AsksAsync(maeve, verb)); // What no card offered.
        await DoAsync(others[1], () => script.AsksAsync(others[1], "forget"));
        await PressesAsync(others[1], "forget.yes");
        await DoAsync(maeve, () => script.AsksAsync(maeve, "coordinator.no"));
        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromDays(15)));
    }

    /// <summary>Whoever leads an organisation says who is with it.</summary>
    async Task SayWhoIsWithThemAsync()
    {
        foreach (var who in Everybody)
            while (Newest(who).Any(button => button.Verb == "member.confirm")) await PressesAsync(who, "member.confirm");
    }

    async Task StartsAsync()
    {
        await DoAsync(maeve, () => script.AsksAsync(maeve, "partnership.start"));
        await DoAsync(maeve, () => script.FillsInAsync(maeve, ("name", "Harbour Homes Together"), ("own", "Quayside Homes"), ("others", "The Visiting Project\nTenants' Group"), ("kind", "money")));
        await DoAsync(maeve, () => script.AsksAsync(maeve, "invite"));
        await DoAsync(maeve, () => script.FillsInAsync(maeve, ("organisation", "o1")));
        var link = script.Cards(maeve)[^1].Elements.OfType<ActionSet>().Single().Actions.OfType<Link>().First();
        code = link.Url.Segments[^1];
    }

    async Task AnswersAsync(params string[] ratings)
    {
        foreach (var (who, rating) in Everybody.Zip(ratings))
        {
            await DoAsync(who, () => script.AsksAsync(who, "checkin.answer"));
            if (who.Form is { } form) await DoAsync(who, () => script.FillsInAsync(who, [.. form.Inputs.Select(input => (input.Id, rating))]));
        }
    }

    /// <summary>The coordinator says yes to those who can read there.</summary>
    async Task PostsInAChannelAsync()
    {
        script.Teams.Readers["C1"] = new Readers(12, false);
        var channel = new ConversationReference("teams", "A1|none|T1", "C1", ConversationKind.Channel);
        await DoAsync(maeve, () => script.DoesAsync(maeve, script.Typed(maeve, "post here") with { Conversation = channel }, null));
        await PressesAsync(maeve, "channel.yes");
    }

    /// <summary>Four are too few for figures: they agree to read each other's answers.</summary>
    async Task SharesByNameAsync(params ScriptPerson[] four)
    {
        await DecidesAsync("checkin.close"); // The rhythm that was chosen has opened one.
        await DoAsync(maeve, () => script.AsksAsync(maeve, "note.nothing"));
        await DoAsync(maeve, () => script.AsksAsync(maeve, "checkin.open"));
        await PressesAsync(maeve, "small.byname");
        foreach (var who in four) await PressesWhenAskedAsync(who, "small.byname.yes");
        foreach (var who in four)
        {
            await PressesWhenAskedAsync(who, "small.answer");
            await FillsInAsync(who);
        }
        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromDays(9)));
    }

    /// <summary>The months of a play hold more than two messages.</summary>
    async Task WantsAllMessagesAsync(ScriptPerson who)
    {
        await DoAsync(who, () => script.AsksAsync(who, "when"));
        await DoAsync(who, () => script.FillsInAsync(who, ("most", Budget.NoLimit.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Whoever is asleep or away is asked in the hours that they chose.</summary>
    async Task PressesWhenAskedAsync(ScriptPerson who, string verb)
    {
        for (var hour = 0; hour < 60 && !Buttons(who).Any(button => button.Verb == verb); hour++) await script.TimePassesAsync(TimeSpan.FromHours(1));
        await PressesAsync(who, verb);
    }

    Task PressesAsync(ScriptPerson who, string verb) => DoAsync(who, () => script.PressesAsync(who, LabelOf(who, verb)));

    /// <summary>Asks for something that needs a yes, says yes, and lets a few minutes pass.</summary>
    async Task DecidesAsync(string verb)
    {
        await DoAsync(maeve, () => script.AsksAsync(maeve, verb));
        await DoAsync(maeve, () => script.PressesAsync(maeve, LabelOf(maeve, verb + ".yes")));
        await DoAsync(maeve, () => script.TimePassesAsync(TimeSpan.FromMinutes(5)));
    }

    async Task TriesEverythingAsync(params ScriptPerson[] people)
    {
        foreach (var who in people)
        {
            foreach (var route in script.Router.Routes.Where(route => route.Who != Who.Clock && !Final.Contains(route.Verb)))
            {
                await DoAsync(who, () => script.AsksAsync(who, route.Verb, route.Home == Home.Invitation ? code : ""));
                await FillsInAsync(who);
            }
            var pressed = new HashSet<string>(StringComparer.Ordinal);
            while (Newest(who).FirstOrDefault(button => !Final.Contains(button.Verb) && pressed.Add(button.Verb + button.Label)) is { } button)
            {
                await DoAsync(who, () => script.PressesAsync(who, button.Label));
                await FillsInAsync(who);
            }
            foreach (var words in script.Router.Routes.SelectMany(route => route.Says.Take(1)).Append("what is this").ToList())
                foreach (var typed in (string[])[words, "zzz", "2", "back", "back", "cancel"])
                    await DoAsync(who, () => script.SaysAsync(who, typed));
            await DoAsync(who, () => script.AsksAsync(who, "resume"));
        }
    }

    /// <summary>Sends the open form empty, then as somebody would; a form that ends the play only empty.</summary>
    async Task FillsInAsync(ScriptPerson who)
    {
        if (who.Form is not { } empty) return;
        await DoAsync(who, () => script.FillsInAsync(who, [.. empty.Inputs.Select(input => (input.Id, ""))]));
        if (who.Form is { } form && !Final.Contains(form.Verb)) await DoAsync(who, () => script.FillsInAsync(who, [.. form.Inputs.Select(input => (input.Id, Good(input)))]));
    }

    string Good(FormInput input) => input switch
    {
        { Id: "code" } => code,
        ChoiceInput choice => choice.Choices[^1].Value,
        DateInput => script.Clock.GetUtcNow().AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "Visits <b>*after*</b> school & {{DATE}}",
    };

    async Task DoAsync(ScriptPerson who, Func<Task> deed)
    {
        await deed();
        if (who.Form is { } form) seen.Note(form, who.Errors);
        if (who.Answer is InvokeResponse.Show show) seen.Note(show.Card);
        foreach (var card in Everybody.SelectMany(script.Cards)) seen.Note(card);
    }

    IEnumerable<Button> Buttons(ScriptPerson who) => script.Cards(who).SelectMany(card => card.Elements).OfType<ActionSet>().SelectMany(set => set.Actions).OfType<Button>();

    /// <summary>What a press on each label would press.</summary>
    IEnumerable<Button> Newest(ScriptPerson who) => Buttons(who).Reverse().DistinctBy(button => button.Label);

    string LabelOf(ScriptPerson who, string verb) => Buttons(who).LastOrDefault(button => button.Verb == verb)?.Label
        ?? throw new InvalidOperationException($"{who.Name} sees no button for '{verb}'. They see:\n{script.Sees(who)}");
}
