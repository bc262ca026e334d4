using System.Text.RegularExpressions;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using CoreDirectory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>A lead asks for one invitation after another: each request makes one, each is shown, each opens the partnership.</summary>
internal sealed partial class InvitingHabit(SlackActor actor, string organisation) : Habit
{
    int acknowledged, underWay;

    protected override async Task OnceAsync(Courier courier, CancellationToken cancel)
    {
        underWay = acknowledged + 1;
        await courier.DeliverAsync(actor.Says("invite"), cancel);
        acknowledged = underWay;
    }

    public override async Task CheckAsync(KeptRows kept, CancellationToken cancel)
    {
        var (least, most) = (acknowledged, underWay);
        Assert.InRange((await MadeAsync(kept, cancel)).Count, least, most);
    }

    public override async Task CheckAtLastAsync(KeptRows kept, Heard heard, CancellationToken cancel)
    {
        var made = await MadeAsync(kept, cancel);
        Assert.Equal(acknowledged, made.Count);
        var shown = heard.Posts(actor.DirectMessages).Select(post => Code.Match(post.Body).Groups["code"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(acknowledged, shown.Count);
        foreach (var code in shown)
        {
            heard.CameOnce(actor.DirectMessages, "join/" + code);
            Assert.Contains(Keys.Invitation(kept.Ring.Hash(CoreDirectory.InvitationName(code))), made);
        }
    }

    /// <summary>The rows, those that are and those that a job has yet to write: one of each.</summary>
    async Task<HashSet<string>> MadeAsync(KeptRows kept, CancellationToken cancel)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        const string prefix = "invitation|";
        await foreach (var partition in kept.Tables.Main.FindPartitionsAsync(prefix, Keys.After(prefix), cancel))
            foreach (var row in await kept.RowsAsync(partition, prefix, cancel))
                if (Invitation.FromRow(row).OrganisationId == organisation) made.Add(row.Key);
        foreach (var (_, job) in await kept.JobsAsync(cancel))
            if (job is { Verb: Job.Write, Row: { } row } && row.Key.StartsWith(prefix, StringComparison.Ordinal) && Invitation.FromRow(row).OrganisationId == organisation) made.Add(row.Key);
        return made;
    }

    [GeneratedRegex("join/(?<code>[0-9A-Z]{10})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
