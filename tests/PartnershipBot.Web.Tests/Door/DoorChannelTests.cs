using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;
using PartnershipBot.Web.Door;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>Letters: sent, changed, kept and shown.</summary>
public sealed class DoorChannelTests : IAsyncLifetime
{
    DoorHost host = null!;

    public async ValueTask InitializeAsync() => host = await DoorHost.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_letter_is_shown_with_its_time_in_the_person_s_zone()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel, "America/New_York");
        await SendAsync(person, Letter("Hello there"), cancel);
        var page = await host.Visitor().UnlockAsync(token, cancel);

        Assert.Contains("Hello there", page.Words, StringComparison.Ordinal);
        Assert.Contains("New York time", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_letter_shows_only_what_it_says_now()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var id = await SendAsync(person, Letter("Please answer"), cancel);
        Assert.Equal(id, await SendAsync(person, Letter("Thank you"), cancel, id));
        var page = await host.Visitor().UnlockAsync(token, cancel);

        Assert.Contains("Thank you", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Please answer", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_is_gone_cannot_be_changed()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (_, person) = await host.MemberAsync(cancel);
        var fault = await Assert.ThrowsAsync<ChannelException>(() => SendAsync(person, Letter("New"), cancel, Keys.Letter(TimeProvider.System.GetUtcNow(), "gone")));
        Assert.Equal(ChannelFault.Refused, fault.Fault);
    }

    [Fact]
    public async Task Nobody_unknown_or_forgotten_gets_a_letter()
    {
        var cancel = TestContext.Current.CancellationToken;
        var fault = await Assert.ThrowsAsync<ChannelException>(() => SendAsync("unobody", Letter("Hello"), cancel));
        Assert.Equal(ChannelFault.Gone, fault.Fault);
        Assert.Empty(await host.RowsAsync(Keys.Person("unobody"), Keys.LetterPrefix, cancel));
    }

    [Fact]
    public async Task Without_the_store_a_letter_is_tried_again_later()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var down = await DoorHost.StartAsync(cancel, storeIsDown: true);
        var fault = await Assert.ThrowsAsync<ChannelException>(() => down.Part<DoorChannel>().SendAsync(new Message(To("u1"), Letter("Hello")), cancel));
        Assert.Equal(ChannelFault.Busy, fault.Fault);
    }

    [Fact]
    public async Task A_card_that_does_not_fit_a_row_is_refused()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (_, person) = await host.MemberAsync(cancel);
        var card = new Card("Long", [.. Enumerable.Repeat(new TextBlock(new string('a', CardLimits.Text)), 12)]);
        var fault = await Assert.ThrowsAsync<ChannelException>(() => SendAsync(person, card, cancel));
        Assert.Equal((ChannelFault.Refused, "card_too_long"), (fault.Fault, fault.Code));
    }

    [Fact]
    public async Task Two_hundred_letters_are_kept_and_the_oldest_goes()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (_, person) = await host.MemberAsync(cancel);
        var letters = host.Part<DoorLetters>();
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < DoorLetters.Kept; i++)
            await letters.AddAsync(person, "a", start.AddMinutes(i), "{}", cancel);
        await SendAsync(person, Letter("The newest"), cancel);

        var rows = await host.RowsAsync(Keys.Person(person), Keys.LetterPrefix, cancel);
        Assert.Equal(DoorLetters.Kept, rows.Count);
        Assert.Equal(Keys.Letter(start.AddMinutes(1), "a"), rows[0].Key);
    }

    [Fact]
    public async Task Letters_sent_at_the_same_time_all_arrive()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (_, person) = await host.MemberAsync(cancel);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(person, Letter($"Letter {i}"), cancel)));
        Assert.Equal(8, (await host.RowsAsync(Keys.Person(person), Keys.LetterPrefix, cancel)).Count);
    }

    [Fact]
    public async Task Older_letters_are_a_press_away_newest_first_and_each_shown_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        for (var i = 1; i <= 25; i++) await SendAsync(person, Letter($"Letter number {i:D2}."), cancel);
        var visitor = host.Visitor();
        var newest = await visitor.UnlockAsync(token, cancel);
        var older = await visitor.GetAsync(Regex.Match(newest.Html, "href=\"(?<to>[^\"]*before=[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value, cancel);

        Assert.Equal(Enumerable.Range(6, 20).Reverse(), Numbers(newest));
        Assert.Equal(Enumerable.Range(1, 5).Reverse(), Numbers(older));
        Assert.DoesNotContain("Show older", older.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_in_a_letter_changes_that_letter()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        await SendAsync(person, Letter("Did it fit?"), cancel);
        var visitor = host.Visitor();
        var answer = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "It did", cancel);
        await host.SettleAsync(cancel);

        Assert.Contains("You said thank you.", answer.Words, StringComparison.Ordinal);
        var page = await visitor.GetAsync($"/me/{token}", cancel);
        Assert.Contains("You said thank you.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Did it fit?", page.Words, StringComparison.Ordinal);
    }

    static Card Letter(string words) => new(words, [new TextBlock(words), new ActionSet([new Button("thank", "It did")])]);

    static ConversationReference To(string person) => new("door", "", person, ConversationKind.Personal);

    Task<string?> SendAsync(string person, Card card, CancellationToken cancel, string? replaces = null) =>
        host.Part<DoorChannel>().SendAsync(new Message(To(person), card, replaces), cancel);

    static IEnumerable<int> Numbers(DoorAnswer page) =>
        Regex.Matches(page.Words, @"Letter number (?<number>\d+)\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
}
