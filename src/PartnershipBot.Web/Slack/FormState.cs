using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>What an open modal remembers of where it came from, as its <c>private_metadata</c>.</summary>
/// <param name="MessageId">The message whose button opened it, so that the answer can take its place; null when there was none.</param>
internal sealed record FormState(string Origin, string Value, string? MessageId, ConversationReference Conversation)
{
    /// <summary>Slack: private_metadata, in characters.</summary>
    const int Most = 3_000;

    /// <exception cref="InvalidOperationException">It is longer than Slack keeps.</exception>
    public string Write()
    {
        var text = JsonSerializer.Serialize(this, FormStateJson.Relaxed.FormState);
        return text.Length <= Most
            ? text
            : throw new InvalidOperationException($"What a form remembers has {text.Length} characters; Slack keeps {Most}. Shorten the form's value.");
    }

    /// <returns>Null when the text was not written by us.</returns>
    public static FormState? Read(string text)
    {
        if (text.Length == 0) return null;
        try
        {
            return JsonSerializer.Deserialize(text, FormStateJson.Relaxed.FormState) is { Origin: not null, Value: not null, Conversation: { Channel: SlackSource.Channel, Installation.Length: > 0, Address.Length: > 0 } } state
                ? state
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(FormState))]
internal sealed partial class FormStateJson : JsonSerializerContext
{
    public static readonly FormStateJson Relaxed = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Only Slack reads it, never a page: escaping every quote twice would only make it longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
