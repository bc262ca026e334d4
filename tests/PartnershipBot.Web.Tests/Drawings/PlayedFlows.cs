using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Tests;

namespace PartnershipBot.Web.Tests.Drawings;

/// <summary>
/// The real flows, played once for all: a partnership in which everybody asks for every verb, types every command, presses every button and sends every form,
/// empty and filled in, at each stage of two check-ins. What they saw is kept.
/// </summary>
internal sealed class PlayedFlows
{
    static readonly Lazy<Task<PlayedFlows>> Played = new(async () =>
    {
        var flows = new PlayedFlows();
        await using var script = new Script(site => Routes.All(site).Select(flows.Noting));
        var players = new Players(script, flows);
        await players.PlayAsync();
        flows.NeverAsked = flows.NotYet(script.Router);
        flows.Log = script.Log.Text;
        return flows;
    });

    readonly HashSet<string> verbs = new(StringComparer.Ordinal);
    readonly Dictionary<string, Card> cards = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Form Form, IReadOnlyList<InputError> Errors)> forms = new(StringComparer.Ordinal);

    public static Task<PlayedFlows> Once => Played.Value;

    /// <summary>Every card that was shown, each once.</summary>
    public IReadOnlyCollection<Card> Cards => cards.Values;

    /// <summary>Every form that was shown, with the mistakes that it showed, each once.</summary>
    public IReadOnlyCollection<(Form Form, IReadOnlyList<InputError> Errors)> Forms => forms.Values;

    /// <summary>Verbs that the bot answers to and that the play never asked for.</summary>
    public IReadOnlyList<string> NeverAsked { get; private set; } = [];

    /// <summary>What was logged during the play.</summary>
    public string Log { get; private set; } = "";

    /// <summary>What nobody has asked for so far, and what no time did.</summary>
    public IReadOnlyList<string> NotYet(Router router)
    {
        lock (verbs) return [.. router.Routes.Select(route => route.Verb).Except(verbs, StringComparer.Ordinal)];
    }

    public void Note(Card card) => cards.TryAdd(JsonSerializer.Serialize(card, CardJson.Default.Card), card);

    public void Note(Form form, IReadOnlyList<InputError> errors) =>
        forms.TryAdd(JsonSerializer.Serialize(form, CardJson.Default.Form) + string.Join('|', errors), (form, errors));

    Route Noting(Route route) => route with
    {
        Handler = (turn, cancel) =>
        {
            lock (verbs) verbs.Add(route.Verb);
            return route.Handler(turn, cancel);
        },
    };
}
