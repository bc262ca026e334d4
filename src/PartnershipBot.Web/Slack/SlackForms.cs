using System.Collections.Concurrent;
using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>
/// Opens forms: the one call outside the outbox, since it is good for 3 seconds only. The answer to Slack does not wait for it; stopping does.
/// </summary>
internal sealed class SlackForms(SlackApi api, SlackTokens tokens, ILogger<SlackForms> log) : IHostedService
{
    readonly ConcurrentDictionary<Task, bool> opening = new();

    /// <summary>Draws the form now and opens it soon. When it does not open, the person is told to try again.</summary>
    /// <param name="errors">Said at its top; empty for a form that is opened for the first time.</param>
    /// <exception cref="ArgumentException">The form breaks a limit.</exception>
    public void Open(SlackReading.Turn turn, Form form, IReadOnlyList<InputError> errors)
    {
        var activity = turn.Activity;
        var arguments = SlackJsonWriter.Object(json =>
        {
            if (turn.Modal is { } modal)
            {
                json.WriteString("view_id"u8, modal.Id);
                if (modal.Hash.Length > 0) json.WriteString("hash"u8, modal.Hash);
            }
            else
            {
                json.WriteString("trigger_id"u8, turn.TriggerId);
            }
            json.WritePropertyName("view"u8);
            WriteView(json, activity, form, errors);
        });
        var open = OpenAsync(activity, turn.Modal is null ? "views.open" : "views.update", arguments);
        opening.TryAdd(open, true);
        _ = open.ContinueWith(done => opening.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Writes the form's view, remembering where the activity came from.</summary>
    public static void WriteView(Utf8JsonWriter json, Activity activity, Form form, IReadOnlyList<InputError> errors) =>
        BlockKitForm.WriteModal(json, form, new FormState($"{form.Origin}", form.Value, activity.MessageId, activity.Conversation), errors);

    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancel) => Task.WhenAll(opening.Keys).WaitAsync(cancel);

    async Task OpenAsync(Activity activity, string method, ReadOnlyMemory<byte> arguments)
    {
        try
        {
            var token = (await tokens.FindAsync(activity.Conversation.Installation, CancellationToken.None)).Secret;
            try
            {
                await api.WriteAsync(method, token, arguments, CancellationToken.None);
            }
            catch (ChannelException shut)
            {
                log.FormDidNotOpen(activity.Verb, shut.Code);
                await SayAsync(activity, token, SlackWords.DidNotOpen);
            }
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // Nobody awaits this task: a failure that is not written down here is never known.
            log.FormFailed(activity.Verb, failed);
        }
    }

    /// <summary>Says one line to the person alone, where they pressed.</summary>
    Task SayAsync(Activity activity, string token, string words)
    {
        var where = activity.Conversation;
        var here = where.Kind != ConversationKind.Personal;
        var direct = SlackAddress.IsHome(where.Address, out var user) ? user : where.Address;
        return api.WriteAsync(here ? "chat.postEphemeral" : "chat.postMessage", token, json =>
        {
            json.WriteString("channel"u8, direct);
            if (here) json.WriteString("user"u8, activity.From!.User);
            if (here && where.Thread is { } thread) json.WriteString("thread_ts"u8, thread);
            json.WriteString("text"u8, words);
        }, CancellationToken.None);
    }
}
