namespace PartnershipBot.Web.Pages;

/// <summary>What the settings say about a channel. Names of settings are shown, never their values.</summary>
internal static class HealthSettings
{
    public static HealthItem Host(IConfiguration settings) => Has(settings, "Site:Host")
        ? Configured("who runs this service", "People are told.")
        : new HealthItem("who runs this service", "missing", "People are told only that there is a host.", "Set Site:Host to the name of your organisation.");

    public static HealthItem Slack(IConfiguration settings)
    {
        string[] all = ["Slack:SigningSecret", "Slack:BotToken", "Slack:ClientId", "Slack:ClientSecret"];
        if (!all.Any(name => Has(settings, name))) return Off("Slack", "Set Slack:SigningSecret, and Slack:BotToken or Slack:ClientId with Slack:ClientSecret, if you want it.");

        var missing = Missing(settings, "Slack:SigningSecret");
        if (!Has(settings, "Slack:BotToken"))
            missing.AddRange(Has(settings, "Slack:ClientId") || Has(settings, "Slack:ClientSecret") ? Missing(settings, "Slack:ClientId", "Slack:ClientSecret") : ["Slack:BotToken"]);
        return missing.Count == 0 ? Configured("Slack", "It is switched on.") : Incomplete("Slack", missing);
    }

    public static HealthItem Teams(IConfiguration settings)
    {
        var bots = settings.GetSection("Teams:Bots").GetChildren().Select(bot => bot.Path).ToList();
        if (bots.Count == 0) return Off("Teams", "Set Teams:Bots:0:AppId, TenantId, and ClientSecret or ManagedIdentityClientId, if you want it.");

        var missing = bots.SelectMany(bot => Missing(settings, bot + ":AppId", bot + ":TenantId")
            .Concat(Has(settings, bot + ":ManagedIdentityClientId") ? [] : Missing(settings, bot + ":ClientSecret"))).ToList();
        return missing.Count == 0
            ? Configured("Teams", bots.Count == 1 ? "It is switched on for one tenant." : $"It is switched on for {bots.Count} tenants.")
            : Incomplete("Teams", missing);
    }

    static HealthItem Off(string channel, string next) => new(channel, "off", "It is not set up, so it lets nobody in.", next);

    static HealthItem Configured(string channel, string say) => new(channel, "configured", say);

    static HealthItem Incomplete(string channel, List<string> missing) =>
        new(channel, "incomplete", "Some of its settings are there and some are not, so it lets nobody in.", $"Set {string.Join(" and ", missing)}.");

    static List<string> Missing(IConfiguration settings, params string[] names) => [.. names.Where(name => !Has(settings, name))];

    static bool Has(IConfiguration settings, string name) => !string.IsNullOrWhiteSpace(settings[name]);
}
