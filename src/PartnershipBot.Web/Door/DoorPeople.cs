using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <param name="Id">The person id.</param>
/// <param name="Zone">An IANA zone id, or empty when it is not known.</param>
internal sealed record DoorPerson(string Id, string Zone);

/// <summary>Whose page a token opens.</summary>
internal sealed class DoorPeople(Tables tables, KeyRing keys)
{
    /// <returns>Null when the token opens no page.</returns>
    public async Task<DoorPerson?> FindAsync(string token, CancellationToken cancel)
    {
        if (!DoorToken.IsShaped(token)) return null;
        var hash = keys.Hash(new Identity("door", "", token).ToString());
        if (await tables.Main.GetAsync(Keys.Directory(hash), Keys.Identity(hash), cancel) is not { } identity) return null;
        var person = identity.Text("person");
        var profile = await tables.Main.GetAsync(Keys.Person(person), Keys.Profile, cancel);
        return profile is null ? null : new DoorPerson(person, profile.Text("zone"));
    }
}
