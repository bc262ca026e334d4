using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

/// <summary>Sends cards to Teams.</summary>
internal sealed class TeamsChannel(IOptionsMonitor<TeamsOptions> options, ServiceAddress addresses, Connector connector) : IChannel
{
    /// <summary>The Connector's address for those nobody has heard from yet.</summary>
    const string FirstServiceUrl = "https://smba.trafficmanager.net/teams/";

    const int MostRemembered = 10_000;

    /// <summary>As many as the Connector gives in one page.</summary>
    const int MembersAtOnce = 500;

    readonly ConcurrentDictionary<string, string> chats = new(StringComparer.Ordinal);

    public string Name => "teams";

    public async Task<string?> SendAsync(Message message, CancellationToken cancel)
    {
        var place = Place(message.To);
        var activity = Draw(message);
        var conversation = await ConversationAsync(message.To, place, cancel);
        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        if (message.Replaces is { } replaced)
        {
            await connector.CallAsync(place, HttpMethod.Put, $"{path}/{Uri.EscapeDataString(replaced)}", activity, repeatable: true, cancel);
            return replaced;
        }
        return (await connector.CallAsync(place, HttpMethod.Post, path, activity, repeatable: false, cancel)).Text("id") is { Length: > 0 } id ? id : null;
    }

    public async Task<Profile?> ProfileAsync(Identity who, ConversationReference conversation, CancellationToken cancel)
    {
        var place = Place(conversation);
        var id = await ConversationAsync(conversation, place, cancel);
        try
        {
            var member = await connector.CallAsync(
                place, HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(id)}/members/{Uri.EscapeDataString(who.User)}", null, repeatable: true, cancel);
            return member.Text("name") is { Length: > 0 } name ? new Profile(name, "", "") : null;
        }
        catch (ChannelException gone) when (gone.Fault == ChannelFault.Gone)
        {
            return null; // Not in this conversation, or the bot is not.
        }
    }

    public async Task<Readers?> ReadersAsync(ConversationReference conversation, CancellationToken cancel)
    {
        var place = Place(conversation);
        var path = $"v3/conversations/{Uri.EscapeDataString(await ConversationAsync(conversation with { Thread = null }, place, cancel))}/pagedmembers?pageSize={MembersAtOnce}";
        var (people, outside, from) = (0, false, "");
        try
        {
            do
            {
                var page = await connector.CallAsync(place, HttpMethod.Get, from.Length == 0 ? path : $"{path}&continuationToken={Uri.EscapeDataString(from)}", null, repeatable: true, cancel);
                foreach (var member in page.Items("members"))
                {
                    people++;
                    outside |= member.Text("userRole") == "guest" || place.Bot is not null && member.Text("tenantId") is { Length: > 0 } tenant && tenant != place.Bot.TenantId;
                }
                from = page.Text("continuationToken");
            }
            while (from.Length > 0);
        }
        catch (ChannelException untold) when (untold.Fault is ChannelFault.Gone or ChannelFault.Refused)
        {
            return null; // The bot is not in it, or may not look.
        }
        return new Readers(people, outside);
    }

    /// <summary>Where it goes and with whose token. The address is checked again: it may have been stored when other hosts were allowed.</summary>
    ConnectorPlace Place(ConversationReference to)
    {
        var url = to.ServiceUrl ?? FirstServiceUrl;
        if (to.Installation == $"{TeamsAuth.PlaygroundApp}|{TeamsAuth.PlaygroundTenant}")
            return new(null, addresses.LocalPlayground(url) ?? throw new ChannelException(ChannelFault.Gone, "PlaygroundIsOff"), to.Installation, to.Address);
        var bot = options.CurrentValue.Bots.FirstOrDefault(bot => bot.Installation == to.Installation) ?? throw new ChannelException(ChannelFault.Gone, "NotConfigured");
        return new(bot, addresses.Allowed(url) ?? throw new ChannelException(ChannelFault.Refused, "ServiceHostNotAllowed"), to.Installation, to.Address);
    }

    /// <summary>The conversation's id. A personal chat is made when only the person is known; making it twice gives the same one.</summary>
    async Task<string> ConversationAsync(ConversationReference to, ConnectorPlace place, CancellationToken cancel)
    {
        if (!TeamsAddress.IsPerson(to.Address)) return TeamsAddress.Join(to.Address, to.Kind == ConversationKind.Channel ? to.Thread : null);
        var key = $"{to.Installation}|{to.Address}";
        if (chats.TryGetValue(key, out var known)) return known;
        var answer = await connector.CallAsync(place, HttpMethod.Post, "v3/conversations", Write(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isGroup", false);
            json.WriteStartArray("members");
            json.WriteStartObject();
            json.WriteString("id", to.Address);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("tenantId", place.Bot?.TenantId ?? TeamsAuth.PlaygroundTenant);
            json.WriteEndObject();
        }), repeatable: true, cancel);
        if (answer.Text("id") is not { Length: > 0 } made) throw new ChannelException(ChannelFault.Refused, "NoConversationId");
        if (chats.Count >= MostRemembered) chats.Clear();
        return chats[key] = made;
    }

    static byte[] Draw(Message message)
    {
        try
        {
            var card = AdaptiveCard.Draw(message.Card, CardPlace.Message, TeamsAddress.IsPerson(message.To.Address) ? [message.To.Address] : null);
            return Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "message");
                json.WriteString("summary", CardText.Given(message.Card.Summary));
                json.WriteStartArray("attachments");
                json.WriteStartObject();
                json.WriteString("contentType", AdaptiveCard.ContentType);
                json.WritePropertyName("content");
                json.WriteRawValue(card, skipInputValidation: true);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
        catch (ArgumentException limit)
        {
            throw new ChannelException(ChannelFault.Refused, "CardBreaksLimit", inner: limit);
        }
    }

    static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, AdaptiveCard.Compact)) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
