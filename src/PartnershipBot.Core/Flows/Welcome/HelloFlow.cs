using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The first hello, help, and an answer to what was not understood.</summary>
internal static class HelloFlow
{
    /// <summary>In person|: that the first hello was said.</summary>
    const string Greeted = "greeted";

    /// <summary>From this many characters on, words are more likely meant for people than for a bot.</summary>
    const int LongWords = 40;

    public static async Task<InvokeResponse> WelcomeAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(Greeted, cancel) is not null) return HomeFlow.Doorstep(turn);

        turn.Save(new Row(Greeted, new Columns { ["at"] = turn.Now }));
        var say = new Say(turn.Language);
        return Say.Show(
            say.Heading("Hello.Title"),
            say.Line("Hello.What"),
            say.Line("Circle"),
            say.Line("UpToYou"),
            say.Small("Hello.Seen"),
            Say.Actions(
                say.First("partnership.start", "Start.Button"),
                say.Button("join.ask", "Join.HaveOne"),
                say.Button("help", "Help.Button")));
    }

    public static async Task<InvokeResponse> HelpAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        if (turn.Activity.Conversation.Kind is ConversationKind.Channel or ConversationKind.Group)
            return Say.Show(say.Line("Channel.What"), say.Line("Circle"), say.Small("Channel.Help"));

        var place = await Place.MineAsync(turn, cancel);
        if (place is null)
            return Say.Show(
                say.Heading("Help.Title"),
                say.Line("Circle"),
                say.Line("Help.Begin"),
                say.Line("Help.Privacy"),
                Say.Actions(say.First("partnership.start", "Start.Button"), say.Button("join.ask", "Join.HaveOne"), say.Button("privacy", "Privacy.Button")));

        if (turn.IsOnAPage)
            return Say.Show(
                say.Heading("Help.Title"),
                say.Line("Circle"),
                say.Line("Help.Page"),
                Ask(say, place),
                Say.Actions(say.Button("status", "Status.Button"), say.Button("when", "When.Button"), HomeFlow.PauseOrResume(say, turn.Person!, turn.Now), say.Button("privacy", "Privacy.Button"), say.Button("leave", "Leave.Button")));

        var isCoordinator = turn.Member!.Roles.HasFlag(Roles.Coordinator);
        return Say.Show(
            say.Heading("Help.Title"),
            say.Line("Circle"),
            say.Line("Help.Answer"),
            say.Line("Help.Pause"),
            say.Line("Help.Privacy"),
            isCoordinator ? say.Line("Help.Coordinator") : null,
            Ask(say, place),
            Say.Actions(say.First("home", "Home.Button"), say.Button("pause", "Pause.Button"), say.Button("privacy", "Privacy.Button")));
    }

    public static async Task<InvokeResponse> UnknownAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!turn.Activity.Text.Any(char.IsLetterOrDigit)) return await HelpAsync(turn, cancel);

        var say = new Say(turn.Language);
        return Say.Show(
            say.Line(turn.Activity.Text.Length > LongWords ? "Unknown.Long" : "Unknown.Short"),
            say.Small("Unknown.NotKept"),
            turn.Member is { IsActive: true }
                ? Say.Actions(say.First("home", "Home.Button"), say.Button("help", "Help.Button"), say.Button("pause", "Pause.Button"))
                : Say.Actions(say.First("help", "Help.Button"), say.Button("partnership.start", "Start.Button"), say.Button("join.ask", "Join.HaveOne")));
    }

    public static Task<InvokeResponse> ChannelAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        turn.Reply(Say.Card(say.Line("Channel.What"), say.Line("Circle"), say.Small("Channel.Private")), tellsReaders: true);
        return Task.FromResult(InvokeResponse.Ok);
    }

    public static Task<InvokeResponse> NoChangeAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult(InvokeResponse.Ok);

    static TextBlock Ask(Say say, Place place) =>
        place.Coordinators.Count > 0 ? say.Line("Help.People", place.Partnership.Name, Names(place.Coordinators)) : say.Line("Help.NoCoordinator");

    internal static string Names(IReadOnlyList<Member> people) => Say.Short(string.Join(", ", people.Select(m => m.Name)), 300);
}
