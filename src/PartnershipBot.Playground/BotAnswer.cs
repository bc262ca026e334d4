using System.Text.Json;

namespace PartnershipBot.Playground;

/// <summary>What the bot answered to one request of a town.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body as text; empty when there was none.</param>
/// <param name="Took">From sending the request to the end of the answer, by the system clock.</param>
/// <param name="Refused">What the platform would not have accepted in this answer; null when it was fine.</param>
public sealed record BotAnswer(int Status, string Body, TimeSpan Took, string? Refused = null)
{
    /// <summary>A 2xx that the platform understood.</summary>
    public bool Accepted => Status is >= 200 and < 300 && Refused is null;

    /// <summary>The body as a JSON object; null when it is anything else.</summary>
    internal JsonElement? Json()
    {
        if (string.IsNullOrWhiteSpace(Body)) return null;
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
