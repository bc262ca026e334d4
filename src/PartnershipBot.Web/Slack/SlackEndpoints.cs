using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Slack;

/// <summary>
/// The three addresses that Slack calls. Nothing is read before its signature is; nothing that was signed is refused, except what is no JSON (400)
/// and what the store could not take (503).
/// </summary>
internal sealed class SlackEndpoints(Bot bot, Installations installations, SlackAnswers answers, IOptionsMonitor<SlackOptions> options, TimeProvider clock, ILogger<SlackEndpoints> log)
{
    /// <summary>In bytes; a longer body is answered 413. Slack's own are a few KiB, at most a modal's state.</summary>
    public const int MostBytes = 1024 * 1024;

    const string Json = "application/json";
    const string Form = "application/x-www-form-urlencoded";

    int saidOff;

    delegate SlackReading Reader(ReadOnlyMemory<byte> body);

    readonly record struct Answer(int Status, string ContentType = "", ReadOnlyMemory<byte> Body = default);

    public Task EventsAsync(HttpContext http) => HandleAsync(http, "events", Json, SlackReader.Events);

    public Task InteractionsAsync(HttpContext http) => HandleAsync(http, "interactions", Form, SlackReader.Interactions);

    public Task CommandsAsync(HttpContext http) => HandleAsync(http, "commands", Form, SlackReader.Commands);

    async Task HandleAsync(HttpContext http, string route, string contentType, Reader reader)
    {
        var secret = options.CurrentValue.SigningSecret;
        if (secret.Length == 0)
        {
            if (Interlocked.Exchange(ref saidOff, 1) == 0) log.NotConfigured();
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (http.Request.ContentLength > MostBytes)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var body = http.Request.BodyReader;
        var arrived = await body.ReadAtLeastAsync(MostBytes + 1, http.RequestAborted);
        var (reading, status) = Read(http.Request, arrived.Buffer, secret, route, contentType, reader);
        body.AdvanceTo(arrived.Buffer.End);
        var answer = reading is null ? new Answer(status) : await AnswerAsync(reading);
        http.Response.StatusCode = answer.Status;
        if (answer.Body.IsEmpty) return;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    /// <returns>A reading, or the status that ends the request.</returns>
    (SlackReading?, int Status) Read(HttpRequest request, in ReadOnlySequence<byte> body, string secret, string route, string contentType, Reader reader)
    {
        if (body.Length > MostBytes) return (null, StatusCodes.Status413PayloadTooLarge);
        var rented = body.IsSingleSegment ? null : ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            if (rented is not null) body.CopyTo(rented);
            var bytes = rented is null ? body.First : rented.AsMemory(0, (int)body.Length);
            if (!SlackSignature.IsValid(secret, request.Headers[SlackSignature.TimestampHeader], request.Headers[SlackSignature.SignatureHeader], bytes.Span, clock.GetUtcNow()))
            {
                if (route == "commands" && SlackReader.AsksForCertificate(bytes.Span)) return (null, StatusCodes.Status200OK);
                log.NotSigned(route);
                return (null, StatusCodes.Status401Unauthorized);
            }
            if (Is(request.ContentType, contentType)) return (reader(bytes), StatusCodes.Status200OK);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Answered below: its words may be a person's, so they are not logged.
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
        log.NotReadable(route, body.Length);
        return (null, StatusCodes.Status400BadRequest);
    }

    async Task<Answer> AnswerAsync(SlackReading reading)
    {
        try
        {
            switch (reading)
            {
                case SlackReading.Turn turn:
                    // A turn that has begun is finished even when Slack no longer waits: its redelivery then finds it done.
                    return new Answer(StatusCodes.Status200OK, "application/json; charset=utf-8", answers.Of(turn, await bot.TurnAsync(turn.Activity, CancellationToken.None)));
                case SlackReading.Removed removed:
                    await installations.RemoveAsync(SlackSource.Channel, removed.Installation, removed.At ?? clock.GetUtcNow(), CancellationToken.None);
                    log.Removed(removed.Installation);
                    return new Answer(StatusCodes.Status200OK);
                case SlackReading.Challenge challenge:
                    return new Answer(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(challenge.Text));
                case SlackReading.Nothing nothing:
                    log.LeftAlone(Name(nothing.Type), nothing.Why);
                    return new Answer(StatusCodes.Status200OK);
                default:
                    throw new InvalidOperationException($"'{reading.GetType().Name}' is not handled. Add it to SlackEndpoints.");
            }
        }
        catch (StoreUnavailableException down)
        {
            log.StoreDown(down);
            return new Answer(StatusCodes.Status503ServiceUnavailable);
        }
    }

    static bool Is(string? given, string expected) =>
        given is not null && given.StartsWith(expected, StringComparison.OrdinalIgnoreCase) && (given.Length == expected.Length || given[expected.Length] is ';' or ' ');

    // A type is Slack's word; anything that does not look like one is not repeated in the log.
    static string Name(string type) => type.Length <= 64 && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.') ? type : "?";
}
