namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Somebody with a screen and hands, in whatever channel. Each act ends when all that it brings about is done.</summary>
internal abstract class Person(RunningBot bot, string name)
{
    public string Name => name;

    protected RunningBot Bot => bot;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Everything on the person's screen, oldest first.</summary>
    public abstract Task<IReadOnlyList<Screen>> LooksAsync();

    /// <summary>Presses the newest button with these words.</summary>
    public abstract Task PressesAsync(string button);

    /// <summary>Answers questions of the newest form that has this button, and presses it. What is not named stays as it is.</summary>
    /// <param name="answers">By the words that ask, or their beginning; a choice by its words.</param>
    public abstract Task SendsAsync(string button, params (string Question, string Answer)[] answers);

    /// <summary>Goes to where the person's messages are: a chat is there already.</summary>
    public virtual Task ReturnsAsync() => Task.CompletedTask;

    /// <summary>The form with this title, once it is open.</summary>
    public virtual Task<Screen> FormAsync(string title) => SeesAsync(title);

    /// <returns>The newest card or form that says this.</returns>
    public async Task<Screen> SeesAsync(string words)
    {
        var screens = await LooksAsync();
        return screens.LastOrDefault(screen => screen.Says(words))
            ?? throw new InvalidOperationException($"{name} does not see \"{words}\". {name} sees:\n{string.Join("\n--\n", screens)}");
    }

    public async Task SeesNothingOfAsync(string words) => Assert.DoesNotContain(await LooksAsync(), screen => screen.Says(words));

    protected InvalidOperationException Missing(string what, IEnumerable<Screen> screens) =>
        new($"{name} finds no {what}. {name} sees:\n{string.Join("\n--\n", screens)}");
}

/// <summary>Somebody who talks with the bot.</summary>
internal abstract class Chatter(RunningBot bot, string name) : Person(bot, name)
{
    /// <summary>What the platform calls the person, and the chat with them.</summary>
    public abstract IReadOnlyList<string> PlatformIds { get; }

    public abstract Task SaysAsync(string words);

    /// <summary>The platform brings the last act once more, as it does when it heard no answer.</summary>
    public abstract Task RepeatsAsync();
}
