using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>How each organisation came to be here, from whoever leads it, for them alone. Where one had to, or has not said, everybody starts small.</summary>
internal static class JoinedHowFlow
{
    /// <summary>What may be said; each has words under <c>JoinedHow.</c>.</summary>
    static readonly IReadOnlyList<string> Ways = ["chose", "nudged", HadTo];

    const string HadTo = "had";

    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = (await Place.MineAsync(turn, cancel))!;
        var before = (await turn.GetAsync(Key(turn.Member!.Id), cancel))?.Text("how");
        return Say.Show(
            say.Heading("JoinedHow.Title"),
            say.Line("JoinedHow.Question", place.OrganisationName(turn.Member.OrganisationId), place.Partnership.Name),
            before is null ? null : say.Line("JoinedHow.Before", say[$"JoinedHow.{before}"]),
            say.Small("JoinedHow.WhoSees"),
            Say.Actions([.. Ways.Select(way => say.Button("joined.how.set", $"JoinedHow.{way}", way))]));
    }

    public static async Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var how = turn.Activity.Value;
        if (!Ways.Contains(how, StringComparer.Ordinal)) return await AskAsync(turn, cancel);
        var (say, key) = (new Say(turn.Language), Key(turn.Member!.Id));
        var before = await turn.GetAsync(key, cancel);
        if (before?.Text("how") != how)
        {
            turn.Save(new Row(key, new Columns { ["how"] = how }, before?.ETag));
            turn.Schedule(PeopleFlow.Changed, turn.Now);
        }
        // The same words after each answer: who looks over a shoulder learns nothing.
        return Say.Show(
            say.Line("JoinedHow.Thanks"),
            say.Line("JoinedHow.Small"),
            say.Small("JoinedHow.WhoSees"),
            Say.Actions(say.First("home", "Home.Button"), say.Button("joined.how", "JoinedHow.Change")));
    }

    /// <summary>Sets until when the partnership is treated as one that had to happen. The row of it says no more than that.</summary>
    public static async Task CountAsync(TurnContext turn, Place place, CancellationToken cancel)
    {
        var chosen = true;
        foreach (var lead in place.Members.Where(m => m.Roles.HasFlag(Roles.Lead)))
            chosen &= await turn.GetAsync(Key(lead.Id), cancel) is { } row && row.Text("how") != HadTo;
        DateTimeOffset? until = chosen ? null : place.Partnership.StartedAt + Partnership.StartsSmallFor;
        if (until != place.Partnership.MandatedUntil) turn.Save((place.Partnership with { MandatedUntil = until }).ToRow());
    }

    public static async Task<bool> HasSaidAsync(TurnContext turn, CancellationToken cancel) => await turn.GetAsync(Key(turn.Member!.Id), cancel) is not null;

    /// <summary>In partnership|: how a lead says that their organisation came to be here. Read for that lead, and counted.</summary>
    static string Key(string memberId) => "joined-how|" + memberId;
}
