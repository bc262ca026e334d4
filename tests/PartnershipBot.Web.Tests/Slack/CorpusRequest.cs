using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>A corpus file as the request that Slack would make of it.</summary>
/// <param name="IsReadable">Whether it is what it says it is: JSON, or a form with JSON in it.</param>
internal sealed record CorpusRequest(string Name, string Route, byte[] Body, string ContentType, bool IsReadable)
{
    // Answers to calls and notes about signing, which Slack sends to nobody.
    static readonly string[] NotRequests = ["error.", "oauth.", "signing-vector", "users.info"];

    /// <summary>The JSON in it; a form's fields count as JSON too.</summary>
    public IEnumerable<string> Documents => ContentType == SignedPost.Json
        ? [Encoding.UTF8.GetString(Body)]
        : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(Body)).Select(one => one.Key == "payload" ? $"{one.Value}" : new JsonObject { [one.Key] = $"{one.Value}" }.ToJsonString());

    public static IReadOnlyList<CorpusRequest> In(string folder) =>
    [
        .. Corpus.Files(folder, "*.*").Where(file => !NotRequests.Any(prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal))).Select(file => Of(folder, file)),
    ];

    static CorpusRequest Of(string folder, string file)
    {
        var (name, content) = (Path.GetFileName(file), File.ReadAllBytes(file));
        if (name.EndsWith(".form.txt", StringComparison.Ordinal))
        {
            var route = name.Contains("payload", StringComparison.Ordinal) && !name.StartsWith("ssl_check", StringComparison.Ordinal) ? "interactions" : "commands";
            return new(name, route, content, SignedPost.Form, true);
        }
        if (name.EndsWith(".fields.json", StringComparison.Ordinal))
        {
            var fields = JsonNode.Parse(content)!.AsObject().Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}");
            return new(name, "commands", Encoding.UTF8.GetBytes(string.Join('&', fields)), SignedPost.Form, true);
        }
        return folder.EndsWith("interactivity", StringComparison.Ordinal)
            ? new(name, "interactions", Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(Encoding.UTF8.GetString(content))), SignedPost.Form, IsJson(content))
            : new(name, "events", content, SignedPost.Json, IsJson(content));
    }

    static bool IsJson(byte[] content)
    {
        try
        {
            using var _ = JsonDocument.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
