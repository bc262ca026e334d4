namespace PartnershipBot.Playground.Page;

internal static class SlackDeeds
{
    public static Task<BotAnswer> DoAsync(PlaygroundWorld world, string act, Deed deed, CancellationToken cancel)
    {
        var town = world.Slack ?? throw new InvalidOperationException("Slack is a real workspace here, so the pretend one is away.");
        var text = deed.Text ?? "";
        switch (act)
        {
            case "say" when text.StartsWith('/'):
                var words = text.Split(' ', 2);
                return town.CommandsAsync(deed.Who, words[0], words.ElementAtOrDefault(1) ?? "", cancel);
            case "say" when deed.Where is { } room: return town.MentionsAsync(deed.Who, room, text, cancel);
            case "say": return town.SaysAsync(deed.Who, text, cancel);
            case "write":
                town.Writes(deed.Who, deed.Place, text);
                return Deeds.Untold();
            case "press":
                if (deed.Values is not null && town.ModalOf(deed.Who).Any(view => view.Id == deed.Where)) town.FillsIn(deed.Who, deed.Values);
                return town.ChoosesAsync(deed.Who, deed.Place, deed.What ?? "", deed.Text, cancel);
            case "submit": return town.SubmitsAsync(deed.Who, deed.Inputs, cancel);
            case "close": return town.ClosesAsync(deed.Who, cancel);
            case "home": return town.OpensHomeAsync(deed.Who, cancel);
            case "shortcut": return town.UsesShortcutAsync(deed.Who, deed.What ?? "", cancel);
            case "message-shortcut": return town.UsesMessageShortcutAsync(deed.Who, deed.What ?? "", deed.Place, cancel);
            default: throw Deeds.Unknown(act);
        }
    }
}
