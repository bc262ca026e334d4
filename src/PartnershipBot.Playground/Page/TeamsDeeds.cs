namespace PartnershipBot.Playground.Page;

internal static class TeamsDeeds
{
    public static async Task<BotAnswer> DoAsync(PlaygroundWorld world, string act, Deed deed, CancellationToken cancel)
    {
        var town = world.Teams ?? throw new InvalidOperationException("Teams is a real tenant here, so the pretend ones are away.");
        var text = deed.Text ?? "";
        switch (act)
        {
            case "install": return await town.InstallsAsync(deed.Who, cancel);
            case "say" when deed.Where is { } room:
                if (!town.State.Installed(room)) await town.InstallsInAsync(deed.Who, room, cancel);
                return await town.MentionsAsync(deed.Who, room, text, cancel);
            case "say":
                if (!town.HasInstalled(deed.Who)) await town.InstallsAsync(deed.Who, cancel);
                return await town.SaysAsync(deed.Who, text, cancel);
            case "press": return await town.PressesAsync(deed.Who, deed.Place, deed.What ?? "", deed.Inputs, cancel);
            case "submit": return await town.SubmitsDialogAsync(deed.Who, deed.What, deed.Inputs, cancel);
            case "close":
                town.ClosesDialog(deed.Who);
                return await Deeds.Untold();
            default: throw Deeds.Unknown(act);
        }
    }
}
