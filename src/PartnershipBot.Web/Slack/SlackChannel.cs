using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Posts, changes and publishes cards on Slack.</summary>
internal sealed class SlackChannel(SlackApi api, SlackTokens tokens) : IChannel
{
    /// <summary>As many as Slack gives in one page.</summary>
    const string MembersAtOnce = "1000";

    public string Name => SlackSource.Channel;

    public async Task<string?> SendAsync(Message message, CancellationToken cancel)
    {
        var token = (await tokens.FindAsync(message.To.Installation, cancel)).Secret;
        if (SlackAddress.IsHome(message.To.Address, out var user)) return await PublishAsync(message, user, token, cancel);
        return message.Replaces is { } id ? await UpdateAsync(message, id, token, cancel) : await PostAsync(message, token, cancel);
    }

    public async Task<Profile?> ProfileAsync(Identity who, ConversationReference conversation, CancellationToken cancel)
    {
        var token = (await tokens.FindAsync(conversation.Installation, cancel)).Secret;
        try
        {
            var answer = await api.ReadAsync("users.info", token, [new("user", who.User), new("include_locale", "true")], cancel);
            var user = answer.Get("user"u8);
            var profile = user.Get("profile"u8);
            var name = profile.Text("display_name"u8) is { Length: > 0 } shown ? shown
                : profile.Text("real_name"u8) is { Length: > 0 } real ? real
                : user.Text("real_name"u8);
            return new Profile(name, user.Text("tz"u8), user.Text("locale"u8));
        }
        catch (ChannelException untold) when (untold.Code is "user_not_found" or "user_not_visible" or "missing_scope")
        {
            return null;
        }
    }

    public async Task<Readers?> ReadersAsync(ConversationReference conversation, CancellationToken cancel)
    {
        var token = (await tokens.FindAsync(conversation.Installation, cancel)).Secret;
        try
        {
            var channel = (await api.ReadAsync("conversations.info", token, [new("channel", conversation.Address)], cancel)).Get("channel"u8);
            var shared = channel.Flag("is_ext_shared"u8) || channel.Flag("is_pending_ext_shared"u8);
            return new Readers(await CountAsync(conversation.Address, token, cancel) - 1, shared);
        }
        catch (ChannelException untold) when (untold.Code is "channel_not_found" or "missing_scope" or "fetch_members_failed")
        {
            return null;
        }
    }

    /// <summary>How many are in a channel, this bot among them.</summary>
    async Task<int> CountAsync(string channel, string token, CancellationToken cancel)
    {
        var (count, cursor) = (0, "");
        do
        {
            var page = await api.ReadAsync("conversations.members", token, [new("channel", channel), new("limit", MembersAtOnce), new("cursor", cursor)], cancel);
            count += page.Items("members"u8).Count();
            cursor = page.Get("response_metadata"u8).Text("next_cursor"u8);
        }
        while (cursor.Length > 0);
        return count;
    }

    async Task<string?> PostAsync(Message message, string token, CancellationToken cancel)
    {
        var answer = await api.WriteAsync("chat.postMessage", token, json =>
        {
            json.WriteString("channel"u8, message.To.Address);
            if (message.To.Thread is { } thread) json.WriteString("thread_ts"u8, thread);
            BlockKit.WriteMessage(json, message.Card);
            json.WriteBoolean("mrkdwn"u8, false);
            json.WriteBoolean("unfurl_links"u8, false);
            json.WriteBoolean("unfurl_media"u8, false);
        }, cancel);
        return answer.Text("ts"u8) is { Length: > 0 } ts ? SlackAddress.Message(answer.Text("channel"u8), ts) : null;
    }

    async Task<string?> UpdateAsync(Message message, string id, string token, CancellationToken cancel)
    {
        if (!SlackAddress.TryMessage(id, out var channel, out var ts)) throw new ChannelException(ChannelFault.Refused, "not_a_message_id");
        await api.WriteAsync("chat.update", token, json =>
        {
            json.WriteString("channel"u8, channel);
            json.WriteString("ts"u8, ts);
            BlockKit.WriteMessage(json, message.Card);
        }, cancel);
        return id;
    }

    async Task<string?> PublishAsync(Message message, string user, string token, CancellationToken cancel)
    {
        await api.WriteAsync("views.publish", token, json =>
        {
            json.WriteString("user_id"u8, user);
            json.WritePropertyName("view"u8);
            BlockKit.WriteHome(json, message.Card);
        }, cancel);
        return null;
    }
}
