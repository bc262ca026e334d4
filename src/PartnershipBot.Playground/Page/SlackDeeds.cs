namespace PartnershipBot.Playground.Page;

internal static class SlackDeeds
{
    const string Command = "/partnership";

    public static Task<BotAnswer> DoAsync(PlaygroundWorld world, string act, Deed deed, CancellationToken cancel)
    {
        var town = world.Slack ?? throw new InvalidOperationException("Slack is a real workspace here, so the pretend one is away.");
        var text = deed.Text ?? "";
        switch (act)
        {
            case "say" when text.StartsWith('/'):
                var words = text.Split(' ', 2);
                if (words[0] != Command) throw new InvalidOperationException($"Slack knows one command here: {Command}. Nothing was sent.");
                return town.CommandsAsync(deed.Who, Command, words.ElementAtOrDefault(1) ?? "", cancel);
            case "say" when deed.Where is { } room: return town.MentionsAsync(deed.Who, room, text, cancel);
            case "say": return town.SaysAsync(deed.Who, text, cancel);
            case "press":
                if (deed.Values is not null && town.ModalOf(deed.Who).Any(view => view.Id == deed.Where)) town.FillsIn(deed.Who, deed.Values);
                return town.ChoosesAsync(deed.Who, deed.Place, deed.What ?? "", deed.Text, cancel);
            case "submit": return town.SubmitsAsync(deed.Who, deed.Inputs, cancel);
            case "close": return town.ClosesAsync(deed.Who, cancel);
            case "home": return town.OpensHomeAsync(deed.Who, cancel);
            default: throw Deeds.Unknown(act);
        }
    }
}
