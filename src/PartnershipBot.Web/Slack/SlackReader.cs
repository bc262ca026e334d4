using System.Buffers;
using System.Text.Json;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>
/// Reads the body of a verified request. Each method throws <see cref="JsonException"/> when it is no JSON, and <see cref="InvalidOperationException"/>
/// when a name in it is no text.
/// </summary>
internal static class SlackReader
{
    /// <summary>POST /slack/events</summary>
    public static SlackReading Events(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body, SlackJson.Options);
        return SlackEventReader.Read(json.RootElement);
    }

    /// <summary>POST /slack/interactions</summary>
    public static SlackReading Interactions(ReadOnlyMemory<byte> body)
    {
        if (!new SlackForm(body.Span).TryFind("payload"u8, out var encoded)) return new SlackReading.Nothing("there is no payload");
        var decoded = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            using var json = JsonDocument.Parse(decoded.AsMemory(0, SlackForm.Decode(encoded, decoded)), SlackJson.Options);
            return SlackInteractionReader.Read(json.RootElement);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded, clearArray: true);
        }
    }

    /// <summary>POST /slack/commands</summary>
    public static SlackReading Commands(ReadOnlyMemory<byte> body)
    {
        var form = new SlackForm(body.Span);
        if (AsksForCertificate(body.Span)) return new SlackReading.Nothing("it only checks the certificate");
        var source = SlackSource.OfCommand(form);
        var (user, trigger) = (form.Text("user_id"u8), form.Text("trigger_id"u8));
        if (!source.IsKnown || user.Length == 0 || trigger.Length == 0) return new SlackReading.Nothing("the command lacks its sender");

        var text = SlackText.Plain(form.Text("text"u8), botUser: null);
        return new SlackReading.Turn(SlackKind.Command, new Activity
        {
            Type = ActivityType.Message,
            Id = trigger,
            From = source.Identity(user),
            Conversation = source.With(user),
            Reach = source.With(user),
            Text = text.Length > 0 ? text : "help",
            AnswersInline = true,
        }, trigger);
    }

    /// <summary>Slack tries the certificate of a command's address with an unsigned request that is to be answered and not acted on.</summary>
    public static bool AsksForCertificate(ReadOnlySpan<byte> body) =>
        new SlackForm(body).TryFind("ssl_check"u8, out var value) && value.SequenceEqual("1"u8);
}
