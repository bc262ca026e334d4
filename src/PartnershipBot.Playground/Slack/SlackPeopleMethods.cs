using System.Globalization;
using System.Text.Json.Nodes;
using static PartnershipBot.Playground.Slack.SlackApiMethods;

namespace PartnershipBot.Playground.Slack;

/// <summary>auth.test, conversations.* and users.*</summary>
internal sealed class SlackPeopleMethods(SlackTownOptions options, SlackState state)
{
    const int DefaultPage = 100, LargestPage = 1000;

    public JsonObject AuthTest()
    {
        var reply = Ok();
        reply["url"] = $"https://{options.TeamDomain}.slack.com/";
        reply["team"] = options.TeamName;
        reply["user"] = options.BotName.ToLowerInvariant();
        reply["team_id"] = options.TeamId;
        reply["user_id"] = options.BotUserId;
        reply["bot_id"] = options.BotId;
        reply["is_enterprise_install"] = false;
        return reply;
    }

    public JsonObject OpenConversation(SlackArguments arguments)
    {
        if (arguments.Text("users") is not { Length: > 0 } users) return Refusal("users_list_not_supplied");
        if (options.People.FirstOrDefault(person => person.Id == users) is not { } person) return Refusal("user_not_found");
        var reply = Ok();
        reply["channel"] = new JsonObject { ["id"] = person.DirectMessages };
        return reply;
    }

    public JsonObject ConversationInfo(SlackArguments arguments)
    {
        var id = arguments.Text("channel") ?? "";
        if (state.MembersOf(id) is not { } members) return Refusal("channel_not_found");
        var room = options.Rooms.FirstOrDefault(known => known.Id == id);
        var channel = new JsonObject
        {
            ["id"] = id,
            ["is_channel"] = room is not null,
            ["is_group"] = false,
            ["is_im"] = room is null,
            ["is_mpim"] = false,
            ["is_private"] = false,
            ["is_archived"] = false,
            ["is_shared"] = false,
            ["is_ext_shared"] = false,
            ["is_org_shared"] = false,
            ["is_member"] = members.Contains(options.BotUserId),
            ["context_team_id"] = options.TeamId,
        };
        if (room is not null) channel["name"] = room.Name;
        else channel["user"] = members[0];
        if (arguments.Flag("include_num_members")) channel["num_members"] = members.Count;
        var reply = Ok();
        reply["channel"] = channel;
        return reply;
    }

    /// <summary>The cursor is the number of members already given.</summary>
    public JsonObject ConversationMembers(SlackArguments arguments)
    {
        if (state.MembersOf(arguments.Text("channel") ?? "") is not { } members) return Refusal("channel_not_found");
        var cursor = arguments.Text("cursor") ?? "";
        if (!int.TryParse(cursor.Length is 0 ? "0" : cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > members.Count)
            return Refusal("invalid_cursor");
        var limit = arguments.Whole("limit") ?? DefaultPage;
        if (limit is < 1 or > LargestPage) return Refusal("invalid_limit");
        var page = members.Skip(from).Take(limit).ToList();
        var next = from + page.Count < members.Count ? (from + page.Count).ToString(CultureInfo.InvariantCulture) : "";
        var reply = Ok();
        reply["members"] = new JsonArray([.. page.Select(member => JsonValue.Create(member))]);
        reply["response_metadata"] = new JsonObject { ["next_cursor"] = next };
        return reply;
    }

    public JsonObject UserInfo(SlackArguments arguments)
    {
        if (options.People.FirstOrDefault(known => known.Id == arguments.Text("user")) is not { } person) return Refusal("user_not_found");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone);
        var user = new JsonObject
        {
            ["id"] = person.Id,
            ["team_id"] = options.TeamId,
            ["name"] = SlackPayloads.UserName(person),
            ["deleted"] = false,
            ["real_name"] = person.Name,
            ["tz"] = person.TimeZone,
            ["tz_label"] = zone.StandardName,
            ["tz_offset"] = (int)zone.BaseUtcOffset.TotalSeconds,
            ["profile"] = new JsonObject
            {
                ["real_name"] = person.Name,
                ["real_name_normalized"] = person.Name,
                ["display_name"] = person.Name.Split(' ')[0],
                ["team"] = options.TeamId,
            },
            ["is_admin"] = false,
            ["is_owner"] = false,
            ["is_bot"] = false,
            ["is_app_user"] = false,
            ["is_restricted"] = false,
            ["is_ultra_restricted"] = false,
            ["updated"] = 1700000000,
        };
        if (arguments.Flag("include_locale")) user["locale"] = person.Locale;
        var reply = Ok();
        reply["user"] = user;
        return reply;
    }
}
