using System.Security.Cryptography;
using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>Sends a card as a letter to a person's own page.</summary>
internal sealed class DoorChannel(DoorLetters letters, Tables tables, TimeProvider clock) : IChannel
{
    const int Tries = 5;

    public string Name => "door";

    /// <returns>The letter's row key.</returns>
    public async Task<string?> SendAsync(Message message, CancellationToken cancel)
    {
        var person = message.To.Address;
        var card = JsonSerializer.Serialize(message.Card, CardJson.Default.Card);
        if (card.Length > TableLimits.CharactersInAString) throw new ChannelException(ChannelFault.Refused, "card_too_long");
        await CheckPersonAsync(person, cancel);
        var id = Keys.Base32(RandomNumberGenerator.GetBytes(10));
        for (var tried = 1; ; tried++)
        {
            try
            {
                if (message.Replaces is not { } key) return await letters.AddAsync(person, id, clock.GetUtcNow(), card, cancel);
                if (!await letters.ReplaceAsync(person, key, card, cancel)) throw new ChannelException(ChannelFault.Refused, "letter_not_found");
                return key;
            }
            catch (ConflictException) when (tried < Tries)
            {
                // Another letter came or went in this moment: read again.
            }
            catch (ConflictException lost)
            {
                throw new ChannelException(ChannelFault.Busy, "letters_changing", inner: lost);
            }
            catch (StoreUnavailableException down)
            {
                throw new ChannelException(ChannelFault.Unclear, "store_unavailable", inner: down);
            }
        }
    }

    public Task<Profile?> ProfileAsync(Identity who, ConversationReference conversation, CancellationToken cancel) => Task.FromResult<Profile?>(null);

    public Task<Readers?> ReadersAsync(ConversationReference conversation, CancellationToken cancel) => Task.FromResult<Readers?>(null);

    /// <summary>A person who asked to be forgotten has no row; a letter would bring back what was deleted.</summary>
    async Task CheckPersonAsync(string person, CancellationToken cancel)
    {
        try
        {
            if (await tables.Main.GetAsync(Keys.Person(person), Keys.Profile, cancel) is null)
                throw new ChannelException(ChannelFault.Gone, "person_not_found");
        }
        catch (StoreUnavailableException down)
        {
            throw new ChannelException(ChannelFault.Busy, "store_unavailable", inner: down);
        }
    }
}
