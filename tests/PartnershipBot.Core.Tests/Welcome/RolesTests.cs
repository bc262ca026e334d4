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

    public static TheoryData<string> Verbs() => [.. Routes.All(Site).Select(route => route.Verb)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_is_refused_or_not_as_its_line_says(string verb)
    {
        await StartAsync();
        var partnership = await PartnershipAsync(Maeve);
        var code = await InviteAsync(Maeve, Visiting);
        (ScriptPerson Who, bool IsIn, Roles Roles)[] askers =
        [
            (await NeighbourAsync(), false, Roles.None),
            (await AddAsync("Priya", Roles.None, code), true, Roles.None),
            (await AddAsync("Gwen", Roles.Lead, code), true, Roles.Lead),
            (await AddAsync("Omar", Roles.Coordinator, code), true, Roles.Coordinator),
            (Sam, false, Roles.None),
        ];
        var route = Script.Router.Find(verb)!;

        foreach (var (who, isIn, roles) in askers)
        {
            var before = await KeptAsync(partnership);
            var answer = await Script.DoesAsync(who, Script.Typed(who, "") with
            {
                Type = ActivityType.Invoke,
                Verb = verb,
                Value = route.Home == Home.Invitation ? code : "",
                Origin = new Origin(Keys.Partnership(partnership)),
            }, null);

            var allowed = route.Who switch
            {
                Who.Anyone => true,
                Who.Self or Who.Member => isIn,
                Who.Lead => roles == Roles.Lead,
                Who.Coordinator => roles == Roles.Coordinator,
                _ => false,
            };
            Assert.Equal(allowed, answer is not InvokeResponse.Show show || !IsRefusal(show.Card.Summary));
            if (!allowed) Assert.Equal(before, await KeptAsync(partnership));
        }
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
    async Task<IReadOnlyList<string>> KeptAsync(string partnership) =>
        [.. (await Script.RowsAsync(Keys.Partnership(partnership))).Where(row => !row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal)).Select(row => row.Key + row.ETag)];
}
