using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PartnershipBot.Web.Slack;

/// <summary>Writes JSON for Slack, and only for Slack: it is not safe inside HTML.</summary>
internal static class SlackJsonWriter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="fill">Writes the properties of the one object.</param>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> fill)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        fill(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
