namespace PartnershipBot.Playground.Teams;

/// <summary>Where something is said: a person's chat with the bot, a group chat, or a channel, there perhaps in a thread.</summary>
internal sealed record TeamsPlace(TeamsTenant Tenant, string Conversation, TeamsPerson? Person, TeamsRoom? Room, string? Root)
{
    const string ThreadMark = ";messageid=";

    public string Type => Person is not null ? "personal" : Room!.IsChannel ? "channel" : "groupChat";

    public string Id => Root is null ? Conversation : Conversation + ThreadMark + Root;

    public IEnumerable<TeamsPerson> Members => Person is not null ? [Person] : Tenant.People.Where(person => Room!.Members.Contains(person.Mri));

    /// <summary>Null when no organisation knows the conversation.</summary>
    public static TeamsPlace? Find(TeamsTownOptions options, string id)
    {
        var parts = id.Split(ThreadMark, 2);
        foreach (var tenant in options.Tenants)
        {
            if (tenant.People.FirstOrDefault(person => person.Chat == parts[0]) is { } person) return new(tenant, parts[0], person, null, null);
            if (tenant.Rooms.FirstOrDefault(room => room.Id == parts[0]) is { } room) return new(tenant, parts[0], null, room, parts.ElementAtOrDefault(1));
        }
        return null;
    }

    public static TeamsPlace Of(TeamsTownOptions options, string id) =>
        Find(options, id) ?? throw new InvalidOperationException($"There is no conversation \"{id}\".");
}
