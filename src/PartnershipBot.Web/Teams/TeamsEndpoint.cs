using System.Text.Json;
using Microsoft.Extensions.Options;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Teams;

/// <summary>Takes one activity: who is it, what does it say, what does the bot answer.</summary>
internal sealed class TeamsEndpoint(TeamsAuth auth, Bot bot, ILogger<TeamsEndpoint> log)
{
    public const int LargestBody = 1024 * 1024;

    /// <summary>Teams gives up after 15 s and delivers again; the person has given up long before.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task TakeAsync(HttpContext http)
    {
        if (await CallerAsync(http) is not { } caller)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        try
        {
            if (await RequestBody.ReadAsync(http.Request, LargestBody, http.RequestAborted) is not { } body)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }
            var said = TeamsActivity.Parse(body);
            http.Response.StatusCode = auth.Admit(caller, said);
            if (http.Response.StatusCode == StatusCodes.Status200OK) await AnswerAsync(http, said, TeamsReader.Read(said, caller));
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    async Task<TeamsCaller?> CallerAsync(HttpContext http)
    {
        try
        {
            return await auth.CallerAsync(http);
        }
        catch (OptionsValidationException)
        {
            log.Refused(Refusal.NotConfigured); // The settings became wrong while running; the health page says how.
            return null;
        }
    }

    async Task AnswerAsync(HttpContext http, TeamsActivity said, TeamsReading reading)
    {
        switch (reading)
        {
            case { Turn: { } turn }:
                await TurnAsync(http, said, turn);
                break;
            case { Kind: TeamsReadingKind.UnknownInvoke }:
                log.UnknownInvoke();
                http.Response.StatusCode = StatusCodes.Status501NotImplemented;
                break;
            case { Kind: TeamsReadingKind.BadInvoke }:
                // A card's client reads the status in the body; the others know that of HTTP only.
                if (said.Name == InvokeNames.CardAction) await WriteAsync(http, InvokeAnswer.Bad());
                else http.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            default:
                log.Ignored(TeamsReader.KnownType(said.Type));
                break;
        }
    }

    async Task TurnAsync(HttpContext http, TeamsActivity said, Activity turn)
    {
        // A turn ends in one commit. It is not given up because the caller hung up: the caller would only come again.
        using var patience = new CancellationTokenSource(Patience);
        InvokeResponse response;
        try
        {
            response = await bot.TurnAsync(turn, patience.Token);
        }
        catch (Exception down) when (down is StoreUnavailableException or OperationCanceledException)
        {
            log.NotTaken();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Its message may quote what a person wrote, so only its kind is said.
            log.TurnFailed(fault.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (turn.AnswersInline) await WriteAsync(http, Draw(said, turn, response));
    }

    InvokeAnswer Draw(TeamsActivity said, Activity turn, InvokeResponse response)
    {
        try
        {
            return InvokeAnswer.Of(said.Name, response, turn.Conversation.Kind == ConversationKind.Personal ? [said.FromId] : []);
        }
        catch (ArgumentException limit)
        {
            log.NotDrawn(turn.Verb, limit.Message);
            return InvokeAnswer.Words(said.Name, TeamsWords.TooLong);
        }
    }

    static async Task WriteAsync(HttpContext http, InvokeAnswer answer)
    {
        if (answer.Body.Length == 0) return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
