namespace PartnershipBot.Web.Slack;

/// <summary>The shapes of an address and of a message's id on Slack.</summary>
internal static class SlackAddress
{
    const string HomePrefix = "home:";

    /// <summary>A person's Home tab, which is published and not posted to.</summary>
    public static string Home(string user) => HomePrefix + user;

    public static bool IsHome(string address, out string user)
    {
        var home = address.StartsWith(HomePrefix, StringComparison.Ordinal);
        user = home ? address[HomePrefix.Length..] : "";
        return home;
    }

    /// <summary>A message is named by its channel and its time there, and changing it needs both.</summary>
    public static string Message(string channel, string ts) => $"{channel}:{ts}";

    public static bool TryMessage(string id, out string channel, out string ts)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        (channel, ts) = colon > 0 ? (id[..colon], id[(colon + 1)..]) : ("", "");
        return ts.Length > 0;
    }
}
