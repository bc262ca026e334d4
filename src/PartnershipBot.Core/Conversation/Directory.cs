using System.Collections.Concurrent;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>Who somebody is: from a platform's identity to the person, and from an invitation's code to what it opens.</summary>
public sealed class Directory(Tables tables, KeyRing ring, DueIndex index, WorkQueue queue, TimeProvider clock)
{
    const int MostRemembered = 100_000;
    const int WrongCodesAnHour = 10;
    static readonly TimeSpan HeardFor = TimeSpan.FromDays(30);

    readonly ConcurrentDictionary<string, string> people = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Who, long Hour), int> wrongCodes = new();

    /// <summary>The person behind an identity; one who is new is written down first.</summary>
    public async Task<Person> MeetAsync(Activity activity, CancellationToken cancel)
    {
        var identity = activity.From!;
        var hash = ring.Hash(identity.ToString());
        var id = people.TryGetValue(hash, out var known) ? known : await FindAsync(hash, cancel);
        if (id is not null && await tables.Main.GetAsync(Keys.Person(id), Keys.Profile, cancel) is { } row)
        {
            Remember(hash, id);
            return await HeardAsync(Person.FromRow(id, row), activity.Reach, cancel);
        }

        // The first id of a person is made from the identity, so that two first messages at once make one person.
        id ??= "u" + hash[..20];
        var reach = activity.Reach ?? activity.Conversation;
        if (reach.Channel == "door") reach = reach with { Address = id };
        var person = Person.Meet(id, reach, activity.Profile) with { HeardAt = clock.GetUtcNow() };
        await WriteAsync(person, activity, hash, cancel);
        Remember(hash, id);
        return Person.FromRow(id, (await tables.Main.GetAsync(Keys.Person(id), Keys.Profile, cancel))!);
    }

    /// <returns>Null when nobody was met under this identity, or they asked to be forgotten.</returns>
    public async Task<Person?> FindAsync(Identity identity, CancellationToken cancel) =>
        await FindAsync(ring.Hash(identity.ToString()), cancel) is { } id ? await PersonAsync(id, cancel) : null;

    /// <returns>Null when the person was never met.</returns>
    public async Task<Person?> PersonAsync(string id, CancellationToken cancel) =>
        await tables.Main.GetAsync(Keys.Person(id), Keys.Profile, cancel) is { } row ? Person.FromRow(id, row) : null;

    /// <summary>What a code opens.</summary>
    /// <param name="who">Who tries, and their tenant: each may be wrong ten times an hour, counted in this process.</param>
    /// <returns>Null when there is no such invitation, when it has expired, or when too many wrong codes were tried.</returns>
    public async Task<Invitation?> InvitationAsync(string typed, IReadOnlyList<string> who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var hour = now.ToUnixTimeSeconds() / 3600;
        if (who.Any(w => wrongCodes.TryGetValue((w, hour), out var wrong) && wrong >= WrongCodesAnHour)) return null;

        var code = Invitation.Clean(typed);
        if (code.Length == 10)
        {
            var hash = InvitationHash(code);
            if (await tables.Main.GetAsync(Keys.Directory(hash), Keys.Invitation(hash), cancel) is { } row && Invitation.FromRow(row) is { } found && found.Expires > now)
                return found;
        }
        foreach (var old in wrongCodes.Keys)
            if (old.Hour < hour) wrongCodes.TryRemove(old, out _);
        foreach (var w in who) wrongCodes.AddOrUpdate((w, hour), 1, static (_, wrong) => wrong + 1);
        return null;
    }

    string InvitationHash(string code) => ring.Hash(InvitationName(code));

    /// <summary>What is hashed of an invitation's code.</summary>
    public static string InvitationName(string code) => "invitation|" + code;

    async Task<string?> FindAsync(string hash, CancellationToken cancel)
    {
        var row = await tables.Main.GetAsync(Keys.Directory(hash), Keys.Identity(hash), cancel);
        return row?.Text("person");
    }

    async Task WriteAsync(Person person, Activity activity, string hash, CancellationToken cancel)
    {
        // Who never joins anything is not kept for ever.
        var silent = person.HeardAt!.Value.AddYears(1);
        List<Change> changes = [new Change.Put(person.ToRow()), new Change.Put(new Job($"{Keys.Time(person.HeardAt.Value)}.{hash[..16]}.001", silent, "person.silent", person.Partition, "", 0).ToRow())];
        await index.NoteAsync(person.Partition, silent, cancel);
        Job? ask = null;
        if (activity.Profile is null && person.Reach.Channel == "slack")
        {
            // Claimed as it is made: whoever joins with their next press should have their name by then.
            var (now, due) = (clock.GetUtcNow(), clock.GetUtcNow() + TurnContext.Lease);
            ask = new Job($"{Keys.Time(now)}.{hash[..16]}.000", due, Job.AskProfile, person.Partition, activity.From!.ToString(), 1, new Delivery(null, person.Reach, new Cards.Card("-", []), Policy.Replay));
            await index.NoteAsync(person.Partition, due, cancel);
            changes.Add(new Change.Put(ask.ToRow()));
        }
        var etags = await InsertAsync(person.Partition, changes, cancel);
        if (ask is not null && etags.Count > 0) queue.Add(new Claim(person.Partition, ask with { ETag = etags[^1] }));
        await InsertAsync(Keys.Directory(hash), [new Change.Put(new Row(Keys.Identity(hash), new Columns { ["person"] = person.Id }))], cancel);
    }

    /// <summary>Notes where the person is now and, while they are in no partnership, once a month that they are there.</summary>
    async Task<Person> HeardAsync(Person person, ConversationReference? reach, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var isNews = person.Memberships.Count == 0 && !(now - person.HeardAt < HeardFor);
        // A 29: address only says how a chat could be made: no reason to forget one that is there.
        var isThere = reach is null || reach == person.Reach || reach.Channel != person.Reach.Channel || reach.Channel == "door"
            || reach.Address.StartsWith("29:", StringComparison.Ordinal);
        if (isThere && !isNews) return person;
        var moved = person with { Reach = isThere ? person.Reach : reach!, HeardAt = isNews ? now : person.HeardAt };
        try
        {
            var etags = await tables.Main.CommitAsync(person.Partition, [new Change.Put(moved.ToRow())], cancel);
            return moved with { Version = etags[0] };
        }
        catch (ConflictException)
        {
            return await PersonAsync(person.Id, cancel) ?? person;
        }
    }

    /// <returns>The new ETags; none when the rows were there.</returns>
    async Task<IReadOnlyList<string>> InsertAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        try
        {
            return await tables.Main.CommitAsync(partition, changes, cancel);
        }
        catch (ConflictException)
        {
            // Somebody met them in the same moment: the same rows are there already.
            return [];
        }
    }

    void Remember(string hash, string id)
    {
        if (people.Count >= MostRemembered) people.Clear();
        people[hash] = id;
    }
}
