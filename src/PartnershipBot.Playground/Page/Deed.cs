using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PartnershipBot.Playground.Page;

/// <summary>Something a person does, as the page says it.</summary>
/// <param name="Who">Slack user id or Teams object id.</param>
/// <param name="Where">A message, view or room; null where there is none.</param>
/// <param name="What">A button or input; null where there is none.</param>
/// <param name="Text">What is typed or chosen.</param>
/// <param name="Values">What stands in inputs.</param>
internal sealed record Deed(string Who, string? Where = null, string? What = null, string? Text = null, Dictionary<string, string?>? Values = null)
{
    public Dictionary<string, string?> Inputs => Values ?? [];

    public string Place => Where ?? throw new InvalidOperationException("Say where.");
}

/// <param name="Accepted">True when the bot answered well.</param>
/// <param name="Say">What to tell the person at the page; null when all is well.</param>
internal sealed record DeedDone(bool Accepted, int Status, string? Say);

internal static class Deeds
{
    /// <summary>Comes back when what the deed made due is done too, so that whoever clicks fast meets the same bot as whoever takes their time.</summary>
    public static async Task<Ok<DeedDone>> DoneAsync(Func<Task<BotAnswer>> act, PlaygroundHooks hooks, CancellationToken cancel)
    {
        try
        {
            var answer = await act();
            await hooks.Settle(cancel);
            return TypedResults.Ok(new DeedDone(answer.Accepted, answer.Status, answer.Accepted ? null
                : answer.Refused is { } refused ? $"The bot's answer would be refused: {refused}." : $"The bot answered with status {answer.Status}."));
        }
        catch (InvalidOperationException mistake)
        {
            return TypedResults.Ok(new DeedDone(false, 0, mistake.Message));
        }
        catch (HttpRequestException)
        {
            return TypedResults.Ok(new DeedDone(false, 0, "The bot could not be reached."));
        }
    }

    public static InvalidOperationException Unknown(string act) => new($"Nobody can do \"{act}\" here.");

    /// <summary>For what the bot is not told.</summary>
    public static Task<BotAnswer> Untold() => Task.FromResult(new BotAnswer(200, "", TimeSpan.Zero));
}
