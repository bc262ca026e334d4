using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web.Door;

/// <summary>Whose page a token opens.</summary>
internal sealed class DoorPeople(Directory directory)
{
    /// <returns>Null when the token opens no page, or the person asked to be forgotten.</returns>
    public Task<Person?> FindAsync(string token, CancellationToken cancel) =>
        DoorToken.IsShaped(token) ? directory.FindAsync(new Identity("door", "", token), cancel) : Task.FromResult<Person?>(null);
}
