using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Teams;

/// <summary>What was posted to us, as it was said. Texts are empty where nothing was said.</summary>
internal sealed class TeamsActivity
{
    public const int Deepest = 32;

    static readonly JsonDocumentOptions Strictness = new() { MaxDepth = Deepest };

    TeamsActivity(JsonElement root, byte[] body)
    {
        Root = root;
        Type = root.Text("type");
        Name = root.Text("name");
        ChannelId = root.Text("channelId");
        ServiceUrl = root.Text("serviceUrl");
        var conversation = root.Get("conversation");
        ConversationId = conversation.Text("id");
        ConversationType = conversation.Text("conversationType");
        ConversationTenant = conversation.Text("tenantId");
        IsGroup = conversation.Get("isGroup").ValueKind == JsonValueKind.True;
        ChannelTenant = root.Get("channelData").Get("tenant").Text("id");
        FromId = root.Get("from").Text("id");
        RecipientId = root.Get("recipient").Text("id");
        ReplyToId = root.Text("replyToId");
        Id = root.Text("id") is { Length: > 0 } id ? id : "body:" + Keys.Base32(SHA256.HashData(body))[..26];
    }

    public JsonElement Root { get; }
    public string Type { get; }
    public string Name { get; }

    /// <summary>Where it has none: a hash of the body, which is the same when it is delivered again.</summary>
    public string Id { get; }

    public string ChannelId { get; }
    public string ServiceUrl { get; }
    public string ConversationId { get; }
    public string ConversationType { get; }
    public string ConversationTenant { get; }
    public string ChannelTenant { get; }
    public bool IsGroup { get; }
    public string FromId { get; }
    public string RecipientId { get; }
    public string ReplyToId { get; }

    public DateTimeOffset? At =>
        DateTimeOffset.TryParse(Root.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>The entity in which the client tells about itself; kind Undefined when there is none.</summary>
    public JsonElement ClientInfo => Root.Items("entities").FirstOrDefault(entity => entity.Text("type") == "clientInfo");

    /// <exception cref="JsonException">It is not one JSON object in UTF-8, at most 32 deep.</exception>
    public static TeamsActivity Parse(byte[] body)
    {
        if (!Utf8.IsValid(body)) throw new JsonException("The body is not UTF-8.");
        using var document = JsonDocument.Parse(body, Strictness);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new TeamsActivity(document.RootElement.Clone(), body)
            : throw new JsonException("The body is not an object.");
    }
}
