using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Teams;

/// <summary>The activities that the service sends, with every field that they carry.</summary>
internal sealed class TeamsPayloads(TimeProvider time, Func<string> serviceUrl)
{
    const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fffffff";

    public JsonObject Activity(string type, TeamsPlace place, TeamsPerson from, string? id = null)
    {
        var now = time.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(from.TimeZone));
        var conversation = new JsonObject { ["conversationType"] = place.Type, ["tenantId"] = place.Tenant.TenantId, ["id"] = place.Id };
        if (place.Person is null) conversation["isGroup"] = true;
        return new JsonObject
        {
            ["type"] = type,
            ["timestamp"] = now.UtcDateTime.ToString(Moment + "'Z'", CultureInfo.InvariantCulture),
            ["localTimestamp"] = local.ToString(Moment + "zzz", CultureInfo.InvariantCulture),
            ["id"] = id ?? $"f:{Guid.NewGuid():D}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl(),
            ["from"] = new JsonObject { ["id"] = from.Mri, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
            ["conversation"] = conversation,
            ["recipient"] = new JsonObject { ["id"] = place.Tenant.BotMri, ["name"] = place.Tenant.BotName },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["locale"] = from.Locale,
                ["country"] = from.Locale[^2..],
                ["platform"] = "Web",
                ["timezone"] = from.TimeZone,
                ["type"] = "clientInfo",
            }),
            ["channelData"] = ChannelData(place),
            ["locale"] = from.Locale,
            ["localTimezone"] = from.TimeZone,
        };
    }

    public JsonObject Message(TeamsPlace place, TeamsPerson from, TeamsMessage message)
    {
        var activity = Activity("message", place, from, message.Id);
        activity["text"] = message.Text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(message.Text)}</p>",
        });
        return activity;
    }

    public JsonObject Invoke(string name, TeamsPlace place, TeamsPerson from, JsonObject value)
    {
        var activity = Activity("invoke", place, from);
        activity["name"] = name;
        activity["value"] = value;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>The message that a message action was used on.</summary>
    public static JsonObject MessagePayload(TeamsPlace place, TeamsMessage message, TeamsPerson? author)
    {
        var written = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(message.Id, CultureInfo.InvariantCulture));
        return new JsonObject
        {
            ["id"] = message.Id,
            ["replyToId"] = message.Root,
            ["createdDateTime"] = written.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["lastModifiedDateTime"] = null,
            ["deleted"] = false,
            ["subject"] = null,
            ["summary"] = null,
            ["importance"] = "normal",
            ["locale"] = "en-gb",
            ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{place.Conversation}/{message.Id}?tenantId={place.Tenant.TenantId}",
            ["from"] = new JsonObject
            {
                ["device"] = null,
                ["conversation"] = null,
                ["user"] = author is null ? null : new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = author.AadObjectId, ["displayName"] = author.Name },
                ["application"] = author is not null ? null : new JsonObject
                {
                    ["applicationIdentityType"] = "bot",
                    ["id"] = place.Tenant.AppId,
                    ["displayName"] = place.Tenant.BotName,
                },
            },
            ["conversation"] = new JsonObject { ["conversationIdentityType"] = place.Type, ["id"] = place.Conversation },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<div>{System.Net.WebUtility.HtmlEncode(message.Text)}</div>" },
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(),
        };
    }

    /// <summary>A person as the Connector's roster shows them.</summary>
    public static object Member(TeamsTenant tenant, TeamsPerson person)
    {
        var names = person.Name.Split(' ', 2);
        var address = new string([.. person.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '.')]) + "@partner.example";
        return new
        {
            id = person.Mri,
            name = person.Name,
            givenName = names[0],
            surname = names.ElementAtOrDefault(1) ?? "",
            email = address,
            userPrincipalName = address,
            tenantId = tenant.TenantId,
            aadObjectId = person.AadObjectId,
            userRole = "user",
        };
    }

    static JsonObject ChannelData(TeamsPlace place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = place.Tenant.TenantId } };
        if (place.Room is not { IsChannel: true } channel) return data;
        data["teamsChannelId"] = channel.Id;
        data["teamsTeamId"] = channel.TeamId;
        data["channel"] = new JsonObject { ["id"] = channel.Id };
        data["team"] = new JsonObject { ["id"] = channel.TeamId, ["name"] = channel.TeamName };
        return data;
    }
}
