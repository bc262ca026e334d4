using System.Globalization;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>A member answers the check-in, and changes the answer again and again: what is kept is one row, with the last answer.</summary>
internal sealed class AnsweringHabit(SlackActor? slack, TeamsActor? teams, PretendPlatforms platforms) : Habit
{
    readonly Identity who = slack is null ? Harbour.Of(teams!) : Harbour.Of(slack);
    int? acknowledged, underWay;

    protected override async Task OnceAsync(Courier courier, CancellationToken cancel)
    {
        underWay = (acknowledged ?? 0) + 1;
        (string, string)[] answers = [("REL1", First(underWay)), ("OPN1", Second(underWay))];
        await courier.DeliverAsync(
            slack?.Submits("checkin.submit", Harbour.Round, $"{Harbour.Partition}~~0", answers) ?? teams!.Presses(platforms, "checkin.submit", Harbour.Round, $"{Harbour.Partition}~~0", answers),
            cancel);
        acknowledged = underWay;
    }

    public override async Task CheckAsync(KeptRows kept, CancellationToken cancel)
    {
        var (last, next) = (acknowledged, underWay);
        var answers = await kept.Rounds.ReadAsync(Harbour.Round, Member.IdFor(Harbour.Id, kept.PersonId(who)), cancel);
        if (answers is null)
        {
            Assert.True(last is null, $"{who} was told that answer {last} is recorded, and nothing is kept.");
            return;
        }
        var (first, second) = (answers.Given["REL1"], answers.Given["OPN1"]);
        Assert.True(Is(last) || Is(next), $"{who} was told that answer {last} is recorded, was sending {next}, and what is kept is {first} and {second}.");

        bool Is(int? number) => first == First(number) && second == Second(number);
    }

    public override Task CheckAtLastAsync(KeptRows kept, Heard heard, CancellationToken cancel) => CheckAsync(kept, cancel);

    // 25 answers, so that two neighbours always differ.
    static string First(int? number) => (number % 5 + 1)?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Second(int? number) => (number / 5 % 5 + 1)?.ToString(CultureInfo.InvariantCulture) ?? "";
}
