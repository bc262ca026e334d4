using System.Globalization;

namespace PartnershipBot.Playground.Teams;

/// <summary>Who is in a conversation, as the Connector says it.</summary>
internal static class TeamsRoster
{
    const int DefaultPage = 200, SmallestPage = 50, LargestPage = 500;

    public static ConnectorReply Members(ConnectorCall call) =>
        new(200, call.Place!.Members.Select(person => TeamsPayloads.Member(call.Place.Tenant, person)).ToList());

    public static ConnectorReply Member(ConnectorCall call, string id) =>
        call.Place!.Members.FirstOrDefault(person => person.Mri == id || person.AadObjectId == id) is { } member
            ? new ConnectorReply(200, TeamsPayloads.Member(call.Place.Tenant, member))
            : ConnectorReply.Error(404, "MemberNotFoundInConversation", "The member was not found.");

    /// <summary>The continuation token is the number of members already given.</summary>
    public static ConnectorReply PagedMembers(ConnectorCall call, string? pageSize, string? token)
    {
        var size = int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, SmallestPage, LargestPage) : DefaultPage;
        var from = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var all = call.Place!.Members.ToList();
        var members = all.Skip(from).Take(size).Select(person => TeamsPayloads.Member(call.Place.Tenant, person)).ToList();
        var continuationToken = from + members.Count < all.Count ? (from + members.Count).ToString(CultureInfo.InvariantCulture) : null;
        return new ConnectorReply(200, new { continuationToken, members });
    }
}
