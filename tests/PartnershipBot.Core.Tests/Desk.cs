using System.Collections.Concurrent;
using System.Globalization;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Tests;

/// <summary>A channel whose messages stay on a desk, to be looked at.</summary>
public sealed class Desk(string name) : IChannel
{
    readonly ConcurrentDictionary<string, List<(string Id, Message Message)>> letters = new(StringComparer.Ordinal);
    int sent;

    public string Name => name;

    /// <summary>Thrown instead of sending, while set.</summary>
    public Func<Message, ChannelException?>? Fails { get; set; }

    public Dictionary<string, Profile> Profiles { get; } = new(StringComparer.Ordinal);

    public Task<string?> SendAsync(Message message, CancellationToken cancel)
    {
        if (Fails?.Invoke(message) is { } fault) throw fault;
        var desk = letters.GetOrAdd(message.To.Address, _ => []);
        lock (desk)
        {
            if (message.Replaces is not null)
            {
                var at = desk.FindIndex(letter => letter.Id == message.Replaces);
                if (at < 0) throw new ChannelException(ChannelFault.Refused, "message_not_found");
                desk[at] = (message.Replaces, message);
                return Task.FromResult<string?>(message.Replaces);
            }
            var id = Interlocked.Increment(ref sent).ToString(CultureInfo.InvariantCulture);
            desk.Add((id, message));
            return Task.FromResult<string?>(id);
        }
    }

    public Task<Profile?> ProfileAsync(Identity who, ConversationReference conversation, CancellationToken cancel) =>
        Task.FromResult(Profiles.GetValueOrDefault(who.User));

    /// <summary>Who can read a conversation, by its address.</summary>
    public Dictionary<string, Readers> Readers { get; } = new(StringComparer.Ordinal);

    public Task<Readers?> ReadersAsync(ConversationReference conversation, CancellationToken cancel) =>
        Task.FromResult(Readers.GetValueOrDefault(conversation.Address));

    /// <summary>What is on the desk of an address, oldest first.</summary>
    public IReadOnlyList<(string Id, Message Message)> At(string address)
    {
        if (!letters.TryGetValue(address, out var desk)) return [];
        lock (desk) return [.. desk];
    }
}
