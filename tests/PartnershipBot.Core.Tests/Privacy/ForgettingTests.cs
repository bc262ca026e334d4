using System.Text.RegularExpressions;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Privacy;

/// <summary>Forgetting a person: two presses, and then nothing in the store knows them.</summary>
public sealed class ForgettingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task After_two_presses_no_row_knows_the_persons_name_or_ids(int whom)
    {
        await using var harbour = await Harbour.OfAsync(6);
        await harbour.OpenAsync();
        var (script, who) = (harbour.Script, harbour.People[whom]);
        await harbour.AnswersAsync(who, "4", "3");
        await script.PressesAsync(who, "One thing that would help");
        await script.FillsInAsync(who, ("words", "zinc bucket"));
        await script.SaysAsync(who, "when");
        var round = await harbour.RoundAsync();
        Assert.Single(await harbour.OpenRowsAsync(round.Id));
        Assert.NotEmpty(Knowing(await AllRowsAsync(script), Ids(harbour, who)));

        await script.AsksAsync(who, "forget");
        Assert.Contains("ratings from closed check-ins, because nobody knows which are yours", script.Sees(who), StringComparison.Ordinal);
        await script.PressesAsync(who, "Forget me now");
        Assert.Contains("If you write to me again, we start as strangers.", script.Sees(who), StringComparison.Ordinal);
        await script.TimePassesAsync(TimeSpan.FromMinutes(20));

        Assert.Empty(Knowing(await AllRowsAsync(script), Ids(harbour, who)));
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
        Assert.Empty(await script.RowsAsync(harbour.PersonPartition(who)));
        Assert.Null(await script.Directory.FindAsync(who.Identity, Cancel));
    }

    [Theory]
    [InlineData("forget me")]
    [InlineData("delete me")]
    public async Task It_can_be_typed_and_needs_no_more_than_one_press_then(string typed)
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        await harbour.Script.SaysAsync(harbour.People[1], typed);
        await harbour.Script.PressesAsync(harbour.People[1], "Forget me now");
        await harbour.Script.TimePassesAsync(TimeSpan.FromMinutes(20));
        Assert.Empty(Knowing(await AllRowsAsync(harbour.Script), Ids(harbour, harbour.People[1])));
    }

    [Fact]
    public async Task Others_are_not_told_and_the_check_in_goes_on_without_the_person()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "5", "5");
        var (script, gone) = (harbour.Script, harbour.People[3]);
        var seen = harbour.People.Where(person => person != gone).Select(person => script.Cards(person).Count).ToList();
        await script.SaysAsync(gone, "forget me");
        await script.PressesAsync(gone, "Forget me now");
        await script.TimePassesAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(seen, harbour.People.Where(person => person != gone).Select(person => script.Cards(person).Count));
        Assert.Equal(5, (await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id)).Count);

        var last = script.Cards(gone).Count;
        await script.TimePassesAsync(TimeSpan.FromDays(14));
        Assert.Equal(RoundState.Closed, (await harbour.RoundAsync()).State);
        Assert.Equal(last, script.Cards(gone).Count);
        await script.SaysAsync(harbour.Coordinator, "log");
        Assert.Contains("Somebody left.", script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Name, script.Sees(harbour.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_again_is_a_stranger()
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        var (script, who) = (harbour.Script, harbour.People[1]);
        await script.SaysAsync(who, "forget me");
        await script.PressesAsync(who, "Forget me now");
        await script.TimePassesAsync(TimeSpan.FromMinutes(20));
        await script.SaysAsync(who, "home");
        Assert.Contains("You are not in a partnership yet", script.Sees(who), StringComparison.Ordinal);
        await script.SaysAsync(who, "my data");
        Assert.Contains("Partnerships: None", script.Sees(who), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_left_before_is_forgotten_there_too()
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        var (script, who) = (harbour.Script, harbour.People[1]);
        await script.SaysAsync(who, "leave");
        await script.PressesAsync(who, "Leave");
        await script.SaysAsync(who, "my data");
        Assert.Contains("left on Tue 24 November 2026", script.Sees(who), StringComparison.Ordinal);
        await script.PressesAsync(who, "Forget me");
        await script.PressesAsync(who, "Forget me now");
        await script.TimePassesAsync(TimeSpan.FromMinutes(20));
        Assert.Empty(Knowing(await AllRowsAsync(script), Ids(harbour, who)));
    }

    [Fact]
    public async Task Forgetting_again_what_was_forgotten_changes_nothing()
    {
        await using var harbour = await Harbour.OfAsync(3, "slack");
        var (script, who) = (harbour.Script, harbour.People[1]);
        var (member, person) = (harbour.MemberId(who), harbour.PersonPartition(who)["person|".Length..]);
        await script.SaysAsync(who, "forget me");
        await script.PressesAsync(who, "Forget me now");
        await script.TimePassesAsync(TimeSpan.FromMinutes(20));
        var before = await KeptAsync(script);
        await harbour.ComesAsync("forget.here", new Core.Flows.Privacy.Erased(member, person, who.Name, "").ToString());
        Assert.Equal(before, await KeptAsync(script));
    }

    [Fact]
    public async Task A_person_in_no_partnership_who_is_silent_for_a_year_is_forgotten()
    {
        await using var harbour = await Harbour.OfAsync(1, "slack");
        var (script, gone, heard) = (harbour.Script, new ScriptPerson("Ffion", "slack"), new ScriptPerson("Gwen", "teams"));
        await script.SaysAsync(gone, "help");
        await script.SaysAsync(heard, "help");
        await script.TimePassesAsync(TimeSpan.FromDays(200));
        await script.SaysAsync(heard, "help");
        await script.TimePassesAsync(TimeSpan.FromDays(180));
        Assert.Null(await script.Directory.FindAsync(gone.Identity, Cancel));
        Assert.NotNull(await script.Directory.FindAsync(heard.Identity, Cancel));
        Assert.NotNull(await script.Directory.FindAsync(harbour.Coordinator.Identity, Cancel));
        await script.TimePassesAsync(TimeSpan.FromDays(200));
        Assert.Null(await script.Directory.FindAsync(heard.Identity, Cancel));
        Assert.Empty(Knowing(await AllRowsAsync(script), ["Ffion", "Gwen"]));
    }

    /// <summary>Names and ids: the platform's, the person's, the member's, the hash that the directory finds them by.</summary>
    static string[] Ids(Harbour harbour, ScriptPerson who) =>
        [who.Name, harbour.PersonPartition(who)["person|".Length..], harbour.MemberId(who), harbour.Script.Ring.Hash(who.Identity.ToString())];

    static IEnumerable<string> Knowing(IEnumerable<string> rows, string[] ids) =>
        rows.Where(row => ids.Any(id => Regex.IsMatch(row, $@"(?<![A-Za-z0-9]){Regex.Escape(id)}(?![A-Za-z0-9])", RegexOptions.None, TimeSpan.FromSeconds(1))));

    /// <summary>Every row of both files, all columns.</summary>
    static async Task<IReadOnlyList<string>> AllRowsAsync(Script script)
    {
        var lines = new List<string>();
        foreach (var table in new[] { script.Tables.Main, script.Tables.Rounds })
        {
            var partitions = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var partition in table.FindPartitionsAsync("!", "~", Cancel)) partitions.Add(partition);
            foreach (var partition in partitions)
                await foreach (var row in table.QueryAsync(partition, "!", "~", Cancel))
                    lines.Add($"{partition} {row.Key} {string.Join(' ', row.Columns.Select(column => $"{column.Key}={column.Value}"))}");
        }
        Assert.NotEmpty(lines);
        return lines;
    }

    static async Task<IReadOnlyList<string>> KeptAsync(Script script) =>
        [.. (await script.RowsAsync(Harbour.Partition)).Where(row => !row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal)).Select(row => row.Key + row.ETag)];
}
