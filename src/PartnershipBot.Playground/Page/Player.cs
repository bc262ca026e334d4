namespace PartnershipBot.Playground.Page;

/// <summary>Something to fill in on a form that a person has open.</summary>
/// <param name="Options">The values that may be chosen, in order; empty where one types.</param>
internal sealed record OpenInput(string Id, IReadOnlyList<string> Options, bool Required);

/// <summary>Somebody of the town who is played by the program: does with a verb what a hand does with a button.</summary>
/// <param name="settle">Completes when what a deed made due is done.</param>
internal abstract class Player(string name, string organisation, Func<CancellationToken, Task> settle)
{
    const int MostPages = 12;

    public string Name => name;

    public string Organisation => organisation;

    /// <summary>The verbs of each message that the person has, oldest first.</summary>
    protected abstract IReadOnlyList<IReadOnlyList<string>> Offered { get; }

    public bool IsMember => Offers.IsMember(Offered.SelectMany(verbs => verbs));

    /// <summary>Whether there is a check-in that this person was asked and has not answered.</summary>
    public bool IsAsked
    {
        get
        {
            var offered = Offered;
            var asked = offered.Count - 1;
            while (asked >= 0 && !offered[asked].Contains(Offers.Answer)) asked--;
            return asked >= 0 && !offered.Skip(asked).Any(verbs => verbs.Contains(Offers.Recorded));
        }
    }

    public async Task SayAsync(string words, CancellationToken cancel)
    {
        await TypeAsync(words, cancel);
        await settle(cancel);
    }

    /// <summary>Presses the newest button with the verb.</summary>
    /// <returns>False when there is none, or the bot refused.</returns>
    public async Task<bool> PressAsync(string verb, CancellationToken cancel)
    {
        var pressed = await PressNewestAsync(verb, cancel);
        await settle(cancel);
        return pressed;
    }

    /// <summary>Fills in the form that this verb sends, page after page, until it is gone.</summary>
    /// <param name="choose">What to put into an input; null leaves what stands in it.</param>
    /// <returns>False when no such form is open, or the bot refused.</returns>
    public async Task<bool> FillAsync(string verb, Func<OpenInput, string?> choose, CancellationToken cancel)
    {
        var sent = false;
        for (var page = 0; page < MostPages && await OpenAsync(verb, cancel) is { } inputs; page++)
        {
            var values = inputs.Select(input => (input.Id, Value: choose(input))).Where(input => input.Value is not null).ToDictionary(input => input.Id, input => input.Value);
            sent = await SendAsync(verb, values, cancel);
            await settle(cancel);
            if (!sent) break;
        }
        await CloseAsync(cancel);
        return sent;
    }

    /// <returns>False when they are in already, or the bot did not offer it.</returns>
    public async Task<bool> JoinAsync(string code, CancellationToken cancel)
    {
        if (IsMember) return false;
        await SayAsync("join " + code, cancel);
        return await PressAsync(Offers.Join, cancel);
    }

    /// <summary>Says of everybody they are asked about that they are with them.</summary>
    public async Task ConfirmAsync(CancellationToken cancel)
    {
        for (var people = 0; people < MostPages && Offered.Any(verbs => verbs.Contains(Offers.Confirm)) && await PressAsync(Offers.Confirm, cancel); people++) { }
    }

    /// <returns>False when they are not asked, or have answered.</returns>
    public async Task<bool> AnswerAsync(Func<OpenInput, string?> choose, CancellationToken cancel) =>
        IsAsked && await PressAsync(Offers.Answer, cancel) && await FillAsync(Offers.Submit, choose, cancel);

    protected abstract Task TypeAsync(string words, CancellationToken cancel);

    protected abstract Task<bool> PressNewestAsync(string verb, CancellationToken cancel);

    /// <returns>What is to be filled in; null when no form with this verb is open.</returns>
    protected abstract Task<IReadOnlyList<OpenInput>?> OpenAsync(string verb, CancellationToken cancel);

    protected abstract Task<bool> SendAsync(string verb, IReadOnlyDictionary<string, string?> values, CancellationToken cancel);

    /// <summary>Closes what is still open.</summary>
    protected virtual Task CloseAsync(CancellationToken cancel) => Task.CompletedTask;
}
