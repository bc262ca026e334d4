using System.Globalization;
using System.Net.Http.Json;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>Alone on the machine: it needs every core, and others would wait for it.</summary>
[CollectionDefinition(nameof(KillTests), DisableParallelization = true)]
public sealed class KillTestsAlone;

[Collection(nameof(KillTests))]
public sealed class KillTests(ITestOutputHelper output)
{
    const string KillsVariable = "FAULT_KILLS", SeedVariable = "FAULT_SEED";
    static readonly TimeSpan PlatformAnswersAfter = TimeSpan.FromMilliseconds(15);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_acknowledged_survives_any_kill_and_nothing_is_done_twice()
    {
        var kills = Number(KillsVariable, 100);
        var seed = Number(SeedVariable, Random.Shared.Next());
        output.WriteLine($"{KillsVariable}={kills} {SeedVariable}={seed}");
        var chance = new Random(seed);
        var folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
        var heard = new Heard(PlatformAnswersAfter);
        await using var platforms = await PretendPlatforms.StartAsync(heard.HearAsync);
        await using var bot = new MortalBot(folder, new Dictionary<string, string>(platforms.Settings) { ["Secrets__IdentityKey"] = Convert.ToBase64String(KeptRows.IdentityKey) });
        using var courier = new Courier(bot, platforms, seed);
        var habits = await PeopleAsync(bot, platforms);

        bot.Start();
        await LiveAndDieAsync(bot, courier, heard, habits, kills, chance);
        await CatchUpAsync(bot);

        await using var kept = KeptRows.Of(bot);
        foreach (var habit in habits) await habit.CheckAtLastAsync(kept, heard, Cancel);
        await NothingIsLeftOverAsync(kept, habits);
        var starts = bot.StartUps.Order().ToList();
        output.WriteLine($"{courier.Delivered} acknowledged, {courier.Again} delivered again, {platforms.Sent} messages, {heard.Copies} of them copies; starts took {starts[starts.Count / 2].TotalMilliseconds:F0} ms (median).");
        await bot.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static async Task LiveAndDieAsync(MortalBot bot, Courier courier, Heard heard, List<Habit> habits, int kills, Random chance)
    {
        using var stop = new CancellationTokenSource();
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        try
        {
            var living = habits.Select(habit => Task.Run(() => habit.LiveAsync(courier, stop.Token, abandon.Token))).ToList();
            for (var kill = 1; kill <= kills; kill++)
            {
                await LiveAWhileAsync(bot, courier, chance);
                heard.Killed();
                await bot.KillAsync();
                if (living.Find(one => one.IsFaulted) is { } faulted) await faulted;
                await using (var left = KeptRows.CopyOf(bot))
                    foreach (var habit in habits) await habit.CheckAsync(left, Cancel);
                // The last life has a clock that can be moved.
                bot.Start(kill < kills ? [] : [("Playground__Enabled", "true")]);
            }
            await bot.ReadyAsync(Cancel);
            await stop.CancelAsync();
            await Task.WhenAll(living);
        }
        finally
        {
            await abandon.CancelAsync();
        }
    }

    /// <summary>Long enough for some turns, then to any moment of the next ones. One in ten dies while it starts.</summary>
    static async Task LiveAWhileAsync(MortalBot bot, Courier courier, Random chance)
    {
        var (turns, moment) = (chance.Next(24), TimeSpan.FromMilliseconds(1 + chance.Next(40)));
        if (chance.Next(10) == 0) moment *= 10;
        else
        {
            await bot.ReadyAsync(Cancel);
            await courier.MoreAsync(turns, Cancel);
        }
        using var wait = new PeriodicTimer(moment);
        await wait.WaitForNextTickAsync(Cancel);
    }

    static async Task<List<Habit>> PeopleAsync(MortalBot bot, PretendPlatforms platforms)
    {
        var leads = Enumerable.Range(0, 2).Select(i => new SlackActor($"U0LEAD{i}")).ToList();
        var slack = Enumerable.Range(0, 4).Select(i => new SlackActor($"U0ANSWERS{i}")).ToList();
        var teams = Enumerable.Range(0, 3).Select(i => new TeamsActor($"5a5a5a5a-0000-4000-8000-00000000000{i}")).ToList();
        List<(Identity, ConversationReference, Roles)> members =
        [
            .. leads.Select(lead => (Harbour.Of(lead), Reach(lead), Roles.Lead)),
            .. slack.Select(one => (Harbour.Of(one), Reach(one), Roles.None)),
            .. teams.Select(one => (Harbour.Of(one), Reach(one, platforms), Roles.None)),
        ];
        await using var kept = KeptRows.Of(bot);
        await Harbour.BuildAsync(kept, members, Cancel);
        return
        [
            .. leads.Select((lead, i) => new InvitingHabit(lead, $"o{i + 1}")),
            .. slack.Select(one => new AnsweringHabit(one, null, platforms)),
            .. teams.Select(one => new AnsweringHabit(null, one, platforms)),
            .. Enumerable.Range(0, 3).Select(i => new PausingInSlack(new SlackActor($"U0PAUSES{i}"))),
            .. Enumerable.Range(0, 3).Select(i => new PausingInTeams(new TeamsActor($"6b6b6b6b-0000-4000-8000-00000000000{i}"), platforms)),
            new JoiningHabit(1, null), new JoiningHabit(2, null), new JoiningHabit(3, platforms),
        ];
    }

    /// <summary>Lets the leases of dead processes run out, on a clock that is moved, until nothing is due.</summary>
    /// <param name="after">How many minutes from now the clock stands already.</param>
    internal static async Task CatchUpAsync(MortalBot bot, int after = 0)
    {
        const int MostMinutes = 30;
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync(Cancel), Timeout = TimeSpan.FromMinutes(2) };
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var to = TimeProvider.System.GetUtcNow().AddMinutes(after);
        for (var minute = 0; minute < MostMinutes; minute++)
        {
            to = to.AddMinutes(1);
            using var moved = await http.PostAsJsonAsync("playground/clock", new { to, leap = false }, Cancel);
            moved.EnsureSuccessStatusCode();
            await using var kept = KeptRows.Of(bot);
            if ((await kept.JobsAsync(Cancel)).TrueForAll(one => one.Job.Due > to)) return;
            // A platform's own pace goes by the real clock.
            await beat.WaitForNextTickAsync(Cancel);
        }
        Assert.Fail("After half an hour there was still something due.");
    }

    static async Task NothingIsLeftOverAsync(KeptRows kept, IReadOnlyList<Habit> habits)
    {
        var joined = habits.OfType<JoiningHabit>().SelectMany(habit => habit.Begun()).ToList();
        var members = await kept.RowsAsync(Harbour.Partition, Keys.MemberPrefix, Cancel);
        Assert.Equal(joined.Count + 9, members.Count);
        Assert.Empty(await kept.RowsAsync(Harbour.Partition, Keys.DeadPrefix, Cancel));
        Assert.Equal(habits.OfType<AnsweringHabit>().Count(), await kept.AnswersAsync(Harbour.Round, Cancel));

        // Each who joined has one first check-in coming.
        var coming = (await kept.JobsAsync(Cancel)).Where(one => one.Job.Verb == "checkin.first").ToList();
        Assert.Equal(joined.Count, coming.Count);
    }

    internal static ConversationReference Reach(SlackActor actor) =>
        new("slack", $"{PretendPlatforms.SlackApp}|none|{PretendPlatforms.SlackTeam}", actor.User, ConversationKind.Personal);

    static ConversationReference Reach(TeamsActor actor, PretendPlatforms platforms) =>
        new("teams", $"{PretendPlatforms.TeamsApp}|{PretendPlatforms.TeamsTenant}", "a:1-" + actor.User, ConversationKind.Personal, platforms.ServiceUrl);

    internal static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
