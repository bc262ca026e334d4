using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

/// <summary>Every verb, asked in one partnership by everybody who might try.</summary>
public sealed class RolesTests : WelcomeScript
{
    static readonly Site Site = new(() => new Uri("https://bot.example/"), "Harbour Support");

    public static TheoryData<string, string> Asked()
    {
        var data = new TheoryData<string, string>();
        foreach (var route in WelcomeRoutes.All(Site))
            foreach (var asker in (string[])["stranger", "member", "lead", "coordinator", "neighbour"]) data.Add(route.Verb, asker);
        return data;
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_verb_is_refused_or_not_as_its_line_says(string verb, string asker)
    {
        await StartAsync();
        var partnership = await PartnershipAsync(Maeve);
        var code = await InviteAsync(Maeve, Visiting);
        var who = asker switch
        {
            "stranger" => Sam,
            "member" => await AddAsync("Priya", Roles.None, code),
            "lead" => await AddAsync("Priya", Roles.Lead, code),
            "coordinator" => await AddAsync("Priya", Roles.Coordinator, code),
            _ => await NeighbourAsync(),
        };
        var route = Script.Router.Find(verb)!;
        var before = await ChangedByTurnsAsync(partnership);

        var answer = await Script.DoesAsync(who, Script.Typed(who, "") with
        {
            Type = ActivityType.Invoke, Verb = verb, Value = route.Home == Home.Invitation ? code : "", Origin = new Origin(Keys.Partnership(partnership)),
        }, null);

        var refused = answer is InvokeResponse.Show show && IsRefusal(show.Card.Summary);
        var isIn = asker is "member" or "lead" or "coordinator";
        var allowed = route.Who switch
        {
            Who.Anyone => true,
            Who.Self or Who.Member => isIn,
            Who.Lead => asker == "lead",
            Who.Coordinator => asker == "coordinator",
            _ => false,
        };
        Assert.Equal(allowed, !refused);
        if (!allowed) Assert.Equal(before, await ChangedByTurnsAsync(partnership));
    }

    static bool IsRefusal(string words) => words.StartsWith("That belongs to a partnership you are not in", StringComparison.Ordinal)
        || words.StartsWith("Only ", StringComparison.Ordinal) && words.EndsWith("can do that. Nothing was changed.", StringComparison.Ordinal);

    async Task<ScriptPerson> NeighbourAsync()
    {
        var who = new ScriptPerson("Nuala", "teams");
        await Script.AsksAsync(who, "partnership.start");
        await Script.FillsInAsync(who, ("name", "Next Door"), ("own", "Elsewhere"), ("others", "Far Away"));
        return who;
    }

    /// <summary>The partnership's rows without those that every turn leaves.</summary>
    async Task<IReadOnlyList<string>> ChangedByTurnsAsync(string partnership) =>
        [.. (await Script.RowsAsync(Keys.Partnership(partnership))).Where(row => !row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal)).Select(row => row.Key + row.ETag)];
}
