using System.Collections.Concurrent;
using System.Text;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>A workspace or tenant that the bot is installed in.</summary>
/// <param name="Id">As in <see cref="ConversationReference.Installation"/>.</param>
/// <param name="Secret">Slack: the bot token. Teams: empty, its tokens come from its app registration.</param>
/// <param name="BotUser">Slack: the bot's user id. Empty elsewhere.</param>
/// <param name="InstalledAt">UTC. An uninstall that the platform sent before this time is late and is ignored.</param>
public sealed record Installation(string Channel, string Id, string Name, string Secret, string BotUser, DateTimeOffset InstalledAt);

/// <summary>The installations, each in its own row of the directory, secrets encrypted.</summary>
public sealed class Installations(Tables tables, KeyRing keys, TimeProvider clock)
{
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);
    readonly ConcurrentDictionary<string, (Installation? Installation, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <returns>Null when the bot is not installed there.</returns>
    public async ValueTask<Installation?> FindAsync(string channel, string id, CancellationToken cancel)
    {
        var hash = Hash(channel, id);
        if (known.TryGetValue(hash, out var found) && clock.GetUtcNow() - found.At < Remembered) return found.Installation;
        var row = await tables.Main.GetAsync(Keys.Directory(hash), Keys.Installation(hash), cancel);
        var installation = row is null ? null : Read(row);
        known[hash] = (installation, clock.GetUtcNow());
        return installation;
    }

    /// <summary>Saves it, in place of what was known of it.</summary>
    public async Task SaveAsync(Installation installation, CancellationToken cancel)
    {
        var hash = Hash(installation.Channel, installation.Id);
        while (true)
        {
            var before = await tables.Main.GetAsync(Keys.Directory(hash), Keys.Installation(hash), cancel);
            var row = new Row(Keys.Installation(hash), new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["channel"] = installation.Channel,
                ["installation"] = installation.Id,
                ["name"] = installation.Name,
                ["secret"] = keys.Wrap(Encoding.UTF8.GetBytes(installation.Secret)),
                ["botUser"] = installation.BotUser,
                ["installedAt"] = installation.InstalledAt,
            }, before?.ETag);
            try
            {
                await tables.Main.CommitAsync(Keys.Directory(hash), [new Change.Put(row)], cancel);
                known[hash] = (installation, clock.GetUtcNow());
                return;
            }
            catch (ConflictException)
            {
                // Another replica saved it at the same time: the later one counts.
            }
        }
    }

    /// <summary>Forgets it and its secret, unless it was installed again after <paramref name="saidAt"/>.</summary>
    public async Task RemoveAsync(string channel, string id, DateTimeOffset saidAt, CancellationToken cancel)
    {
        var hash = Hash(channel, id);
        var row = await tables.Main.GetAsync(Keys.Directory(hash), Keys.Installation(hash), cancel);
        known.TryRemove(hash, out _);
        if (row is null || row.Time("installedAt") > saidAt) return;
        try
        {
            await tables.Main.CommitAsync(Keys.Directory(hash), [new Change.Remove(row.Key, row.ETag!)], cancel);
        }
        catch (ConflictException)
        {
            // It was saved anew or removed in this moment: either way this removal is out of date.
        }
    }

    Installation Read(Row row) => new(
        row.Text("channel"), row.Text("installation"), row.Text("name"),
        Encoding.UTF8.GetString(keys.Unwrap(row.Bytes("secret")!)), row.Text("botUser"), row.Time("installedAt")!.Value);

    string Hash(string channel, string id) => keys.Hash($"installation|{channel}|{id}");
}
