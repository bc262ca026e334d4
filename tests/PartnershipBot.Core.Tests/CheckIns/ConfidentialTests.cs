using System.Globalization;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class ConfidentialTests
{
    const string Canary = "a quieter room, said the zebra";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_row_differs_between_who_answered_and_who_did_not()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync();
        var before = Shape(await harbour.Script.RowsAsync(Harbour.Partition));
        var (answered, looked) = (harbour.People[1], harbour.People[2]);
        await harbour.AnswersAsync(answered, "4", "2");
        await harbour.Script.PressesAsync(answered, "Change");
        await harbour.Script.FillsInAsync(answered, ("REL1", "5"));
        await harbour.Script.PressesAsync(looked, "Skip this time");

        var after = Shape(await harbour.Script.RowsAsync(Harbour.Partition));
        Assert.Equal(before, after);
        Assert.Equal(Of(after, harbour.MemberId(answered)), Of(after, harbour.MemberId(looked)));
        var counted = Budget.Key("2026-11", Budget.CheckIn((await harbour.RoundAsync()).Id));
        foreach (var person in (ScriptPerson[])[answered, looked])
            Assert.Equal([Budget.Prefix, counted, "profile"], Shape(await harbour.Script.RowsAsync(harbour.PersonPartition(person))).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task After_closing_neither_answers_nor_a_key_are_left_and_only_what_is_shown_is_kept()
    {
        await using var harbour = await Harbour.OfAsync(6);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "5", "DK");
        Assert.Equal(6, (await harbour.OpenRowsAsync(round.Id)).Count);
        await harbour.CloseAsync();

        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
        Assert.Null(await harbour.Script.Tables.Rounds.GetAsync(Keys.RoundKeys(round.Id), "key", Cancel));
        var result = (await harbour.RoundAsync()).Result;
        Assert.Equal(
            """{"asked":6,"answered":0,"figures":[{"question":"REL1","figure":{"kind":"HighEnd","tenths":0,"people":0}},{"question":"OPN1","figure":{"kind":"TooFew","tenths":0,"people":0}}],"dimensions":["""
            + """{"dimension":"Reliable","questions":["REL1"],"figure":{"kind":"HighEnd","tenths":0,"people":0},"higher":false,"newSeries":false,"organisationTenths":0},"""
            + """{"dimension":"Open","questions":["OPN1"],"figure":{"kind":"TooFew","tenths":0,"people":0},"higher":false,"newSeries":false,"organisationTenths":0}"""
            + """],"least":5,"organisations":0,"organisationsAsked":1}""", result);
    }

    [Fact]
    public async Task Nothing_is_published_before_the_answers_are_gone()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.ComesAsync("checkin.forget", round.Id);
        await harbour.ComesAsync("checkin.publish", round.Id);
        await harbour.ComesAsync("checkin.count", round.Id);
        Assert.NotNull(await harbour.Script.Tables.Rounds.GetAsync(Keys.RoundKeys(round.Id), "key", Cancel));
        Assert.DoesNotContain("What we heard", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_how_ratings_are_protected_is_told_what_that_cannot_do()
    {
        await using var harbour = await Harbour.OfAsync(5);
        var rhys = harbour.People[1];
        await harbour.Script.SaysAsync(rhys, "privacy");
        await harbour.Script.PressesAsync(rhys, "How ratings are protected");
        var words = harbour.Script.Sees(rhys);
        foreach (var part in (string[])["Harbour Support, who runs this service, could in theory copy the key", "memory of the running program", "the keys last", "in a small group people may guess", "I can subtract my own answer", "if nobody else changed", "chat's history", "[Who sees what]"])
            Assert.Contains(part, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_stays_with_its_writer_for_fourteen_days()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Skip this time");
        await harbour.Script.PressesAsync(rhys, "One thing that would help");
        await harbour.Script.FillsInAsync(rhys, ("words", Canary));
        Assert.Contains("Kept as your private note until Tue 8 Dec.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Contains(await TextOfAsync(harbour, harbour.PersonPartition(rhys)), text => text.Contains(Canary, StringComparison.Ordinal));
        await harbour.Script.PressesAsync(rhys, "Keep it to myself");

        await harbour.Script.PressesAsync(rhys, "Change");
        Assert.Equal(Canary, Assert.Single(rhys.Form!.Inputs).Given);
        await NowhereElseAsync(harbour);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(15));
        Assert.DoesNotContain(await TextOfAsync(harbour, harbour.PersonPartition(rhys)), text => text.Contains(Canary, StringComparison.Ordinal));
        await NowhereElseAsync(harbour);
    }

    [Fact]
    public async Task A_note_is_sent_with_its_writers_name_once_a_round()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var rhys = harbour.People[1];
        await harbour.AnswersAsync(rhys, "4", "4");
        await harbour.Script.PressesAsync(rhys, "One thing that would help");
        await harbour.Script.FillsInAsync(rhys, ("words", Canary));
        var press = harbour.Script.Press(rhys, "Send with my name");
        await harbour.Script.DoesAsync(rhys, press, press.MessageId);
        await harbour.Script.DoesAsync(rhys, press with { Id = "again" }, press.MessageId);
        foreach (var person in harbour.People)
            Assert.Single(harbour.Script.Cards(person), card => Script.Words(card).StartsWith($"Rhys (Quayside Homes) says one thing that would help right now:\n“{Canary}”", StringComparison.Ordinal));
        Assert.DoesNotContain(await TextOfAsync(harbour, harbour.PersonPartition(rhys)), text => text.Contains(Canary, StringComparison.Ordinal));
        await NowhereElseAsync(harbour);
    }

    [Fact]
    public async Task A_note_longer_than_its_box_is_refused_beside_it()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Skip this time");
        await harbour.Script.PressesAsync(rhys, "One thing that would help");
        await harbour.Script.FillsInAsync(rhys, ("words", new string('x', 501)));
        Assert.Equal("words", Assert.Single(rhys.Errors).InputId);
    }

    static async Task NowhereElseAsync(Harbour harbour)
    {
        Assert.DoesNotContain(await TextOfAsync(harbour, Harbour.Partition), text => text.Contains(Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary, harbour.Script.Log.Text, StringComparison.Ordinal);
        foreach (var round in await harbour.RoundsAsync())
            Assert.All(await harbour.OpenRowsAsync(round.Id), row => Assert.Equal(["data"], row.Columns.Keys));
    }

    static async Task<IEnumerable<string>> TextOfAsync(Harbour harbour, string partition) =>
        (await harbour.Script.RowsAsync(partition)).SelectMany(row => row.Columns.Values.OfType<string>().Append(row.Key));

    /// <summary>Every row with its version and columns, without what was only seen.</summary>
    static IReadOnlyList<string> Shape(IReadOnlyList<Row> rows) =>
    [
        .. rows.Where(row => !row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal))
            .Select(row => $"{row.Key} {row.ETag} {string.Join(' ', row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={Convert.ToString(c.Value, CultureInfo.InvariantCulture)}"))}"),
    ];

    static IReadOnlyList<string> Of(IReadOnlyList<string> shape, string member) =>
        [.. shape.Select(line => line.Split(' ')[0]).Where(key => key.Contains(member, StringComparison.Ordinal)).Select(key => key.Replace(member, "member", StringComparison.Ordinal))];
}
