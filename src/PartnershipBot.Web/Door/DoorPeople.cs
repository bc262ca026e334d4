using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web.Door;

/// <summary>Whose page a token opens. Asked before Bot, which writes down everybody it meets: a wrong link must leave nothing behind.</summary>
internal sealed class DoorPeople(Tables tables, KeyRing keys, Directory directory)
{
    /// <returns>Null when the token opens no page, or the person asked to be forgotten.</returns>
    public async Task<Person?> FindAsync(string token, CancellationToken cancel)
    {
        if (!DoorToken.IsShaped(token)) return null;
        var hash = keys.Hash(new Identity("door", "", token).ToString());
        return await tables.Main.GetAsync(Keys.Directory(hash), Keys.Identity(hash), cancel) is { } identity
            ? await directory.PersonAsync(identity.Text("person"), cancel)
            : null;
    }
}
