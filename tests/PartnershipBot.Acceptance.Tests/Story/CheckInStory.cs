using System.Text.RegularExpressions;
using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>One check-in of Harbour Homes Together, from its opening to what everybody hears.</summary>
internal sealed partial class CheckInStory(HarbourStory harbour)
{
    const string Reliable = "Partners do what they say they will do.", Safe = "It feels safe to raise a problem here.", WouldHelp = "What is one thing that would help right now?";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    SlackUser Coordinator => harbour.Siobhan;

    IReadOnlyList<Person> Members => harbour.Members;

    /// <summary>Sees the form as its members will, and opens it with yes.</summary>
    /// <param name="whatTheyWillSee">What is said of figures in a partnership of this size.</param>
    public async Task The_coordinator_previews_it_and_opens_it(string whatTheyWillSee)
    {
        await Coordinator.SaysAsync("open");
        var question = await Coordinator.SeesAsync("Open a check-in?");
        Assert.True(question.Says($"I'll ask {Members.Count} people two short questions."), question.ToString());
        Assert.True(question.Says(whatTheyWillSee), question.ToString());
        Assert.True(question.Says("While it is open, nobody is shown who has answered, or how many."), question.ToString());

        await Coordinator.PressesAsync("Preview");
        var preview = await Coordinator.FormAsync("Check-in");
        Assert.True(preview.Says("This is a test. What you answer is not kept."), preview.ToString());
        await Coordinator.SendsAsync("Send", Lowest);
        await Coordinator.SeesAsync("That was a test. Nothing was kept.");

        await Coordinator.SaysAsync("open");
        await Coordinator.PressesAsync($"Open for {Members.Count} people");
        await Coordinator.SeesAsync("The check-in is open until Mon ");
    }

    public async Task Everyone_is_asked_in_their_own_channel()
    {
        foreach (var member in Members)
        {
            await member.ReturnsAsync();
            var asked = await member.SeesAsync("How is working together in Harbour Homes Together going? I have two questions for you, about two minutes. It is up to you.");
            Assert.Equal("A short check-in", asked.Lines[0]);
            Assert.True(asked.Says("I'm a bot. Your ratings are mixed with others' and shown only when 5 or more people answered."), asked.ToString());
            Assert.Equal(["Answer now", "In an hour", "Skip this time", "Pause"], asked.Buttons);
        }
    }

    /// <summary>Before the first answer, each meets the words on who could see it.</summary>
    public static async Task Answers(Person member, string reliable, string safe)
    {
        await member.ReturnsAsync();
        await member.PressesAsync("Answer now");
        var form = await member.FormAsync("Check-in");
        Assert.True(form.Says(HarbourStory.Confidential), form.ToString());
        Assert.True(form.Says($"Until then, {RunningBot.Host}, who runs this service, could in theory look."), form.ToString());
        Assert.True(form.Says("you can change or remove your ratings."), form.ToString());
        await member.SendsAsync("Send", (Reliable, reliable), (Safe, safe));
        await member.SeesAsync("Recorded. You can change it until Mon ");
    }

    /// <summary>The other answer stays as it was given.</summary>
    public static async Task Changes_to(Person member, string reliable)
    {
        await member.PressesAsync("Change");
        await member.SendsAsync("Send", (Reliable, reliable));
        await member.SeesAsync("Recorded. You can change it until Mon ");
    }

    /// <summary>The platform heard no answer to the press, and brings it again.</summary>
    public static async Task Is_heard_twice(Chatter member)
    {
        await member.RepeatsAsync();
        await member.SeesAsync("Recorded. You can change it until Mon ");
    }

    /// <summary>The button was pressed twice, before the page could change.</summary>
    public static async Task Answers_with_a_double_click(WebVisitor member, string reliable, string safe)
    {
        await member.ReturnsAsync();
        await member.PressesAsync("Answer now");
        await member.FormAsync("Check-in");
        var again = member.KeepsForLater("Send", (Reliable, reliable), (Safe, safe));
        await member.SendsAsync("Send", (Reliable, reliable), (Safe, safe));
        await again();
        await member.SeesAsync("Recorded. You can change it until Mon ");
    }

    public static async Task Skips(Person member)
    {
        await member.PressesAsync("Skip this time");
        await member.SeesAsync("That's fine. I won't ask again this time.");
    }

    /// <summary>In their own words, to nobody else.</summary>
    public static async Task Keeps_a_note(Person member, string words)
    {
        await member.PressesAsync("One thing that would help");
        await member.SendsAsync("Keep", (WouldHelp, words));
        await member.SeesAsync("Kept as your private note until ");
    }

    public static async Task Sends_the_note_with_their_name(Person member)
    {
        await member.PressesAsync("Send with my name");
        await member.SeesAsync("I'm sending it to the members of Harbour Homes Together, with your name.");
    }

    public async Task Everyone_reads(string words, string from)
    {
        foreach (var member in Members)
        {
            await member.ReturnsAsync();
            var note = await member.SeesAsync($"{from} says one thing that would help right now:");
            Assert.True(note.Says($"“{words}”"), note.ToString());
        }
    }

    public async Task Nobody_but(Person writer, string neverReads)
    {
        foreach (var member in Members.Where(member => member != writer))
        {
            await member.ReturnsAsync();
            await member.SeesNothingOfAsync(neverReads);
        }
    }

    /// <summary>What everybody can ask about the open check-in: it must not tell who answered, nor how many.</summary>
    public async Task<IReadOnlyList<string>> What_everyone_is_told_of_it()
    {
        var told = new List<string>();
        foreach (var member in Members)
        {
            await member.ReturnsAsync();
            if (member is Chatter chatter)
            {
                foreach (var words in (string[])["status", "home"])
                {
                    await chatter.SaysAsync(words);
                    told.Add($"{member.Name}, {words}: {(await member.LooksAsync())[^1]}");
                }
            }
            else told.Add($"{member.Name}: {(await member.LooksAsync())[0]}");
            Assert.DoesNotContain(await member.LooksAsync(), screen => Count.IsMatch(screen.ToString()));
        }
        return told;
    }

    public Task A_week_goes_by() => harbour.Bot.PassAsync(TimeSpan.FromDays(8) + TimeSpan.FromHours(3), Cancel);

    /// <summary>The words and figures are the same for all, however they are drawn.</summary>
    public async Task Everyone_hears(params string[] lines)
    {
        foreach (var member in Members)
        {
            await member.ReturnsAsync();
            await member.SeesAsync("This check-in has closed.");
            Assert.Equal(lines, (await member.SeesAsync("What we heard")).Lines);
        }
    }

    public async Task Everyone_asks_and_hears(params string[] lines)
    {
        foreach (var member in Members)
        {
            if (member is Chatter chatter) await chatter.SaysAsync("result");
            else
            {
                await member.ReturnsAsync();
                await member.PressesAsync("See the result");
            }
            Assert.Equal(lines, (await member.LooksAsync())[^1].Lines);
        }
    }

    /// <summary>Takes up a form that is still open in Slack, Teams or a browser's tab, and sends it.</summary>
    public static async Task Is_too_late(Person member, Func<Task> sends)
    {
        await sends();
        await member.SeesAsync("This check-in has closed. Nothing was changed.");
    }

    /// <summary>Answers that would be noticed in any result.</summary>
    public static (string, string)[] Lowest => [(Reliable, "Not true at all"), (Safe, "Not true at all")];

    public static Task SendsLate(Person member) => member.SendsAsync("Send", Lowest);

    public static Func<Task> KeepsForLater(WebVisitor member) => member.KeepsForLater("Send", Lowest);

    [GeneratedRegex(@"\d+ of \d+(?! at most)|\d+ (?:people|person|members?) (?:have |has )?answered", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count { get; }
}
