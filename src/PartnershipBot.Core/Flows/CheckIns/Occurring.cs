using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The day of a check-in has come: it opens, or is skipped and not made up. Either way the next one is set in the same commit.</summary>
static class Occurring
{
    /// <summary>How long after the coordinators those who lead are told of a skipped check-in.</summary>
    static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    /// <summary>How long a coordinator may stay away after being told.</summary>
    static readonly TimeSpan TwoWeeks = TimeSpan.FromDays(14);

    const int MostCoordinators = 20;

    /// <summary>Lets the next occurrence come. An earlier one that is still to come will find that it is not meant.</summary>
    public static void Schedule(TurnContext turn, RhythmSetting setting)
    {
        if (setting is { Next: { } day, NextAt: { } at }) turn.Schedule(CheckInVerbs.Occurrence, at, RhythmSetting.Text(day));
    }

    public static async Task<InvokeResponse> OccurAsync(TurnContext turn, CancellationToken cancel)
    {
        // It has happened already, or the rhythm was changed since: then another one is meant.
        if (await RhythmRows.ReadAsync(turn, cancel) is not { Next: { } day } setting
            || RhythmSetting.Text(day) != turn.Activity.Value || setting.NextAt > turn.Now) return InvokeResponse.Ok;

        // Those that were missed while nobody was running are one.
        var next = setting.GoOn(await RhythmRows.NationAsync(turn, cancel), Domain.Schedule.Today(turn.Now, setting.Zone));
        turn.Save(next.ToRow());
        Schedule(turn, next);

        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (current.Open.Length > 0) return InvokeResponse.Ok;
        // Nobody is asked by the clock for what could never be shown.
        var members = await MemberPage.AllAsync(turn, cancel);
        if (members.Count(member => member.Confirmed) < Suppression.Least)
        {
            // What few people agreed between them happens instead.
            turn.Schedule("small.occurrence", turn.Now);
            return InvokeResponse.Ok;
        }
        if (await Gate.IsOpenAsync(turn, current, cancel)) await Opening.BeginAsync(turn, next, "", "", next.Zone, cancel);
        else await SkipAsync(turn, current.Last, members, cancel);
        return InvokeResponse.Ok;
    }

    /// <summary>Those who lead hear of it too when nothing has changed. Where it stands is kept in the row, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> TellLeadsAsync(TurnContext turn, CancellationToken cancel)
    {
        var round = turn.Activity.Value;
        if (await turn.GetAsync(Skipped.Key(round), cancel) is not { } row || Skipped.FromRow(row) is not { ToldTo: not Round.Everyone } skipped) return InvokeResponse.Ok;
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (current.Last != round || await Gate.IsOpenAsync(turn, current, cancel)) return InvokeResponse.Ok;

        var page = await MemberPage.ReadAsync(turn, skipped.ToldTo, cancel);
        foreach (var lead in page.Members.Where(member => member.Roles.HasFlag(Roles.Lead)))
            turn.Send(lead.PersonId, Gate.StillShut(Reader.Of(lead), round), started: true);
        turn.Save((skipped with { ToldTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(CheckInVerbs.TellLeads, turn.Now, round);
        return InvokeResponse.Ok;
    }

    /// <summary>Said once for each check-in that lacks its note, however many are skipped for it.</summary>
    static async Task SkipAsync(TurnContext turn, string round, IReadOnlyList<Member> members, CancellationToken cancel)
    {
        if (await turn.GetAsync(Skipped.Key(round), cancel) is not null) return;
        turn.Save(new Skipped(round, turn.Now, "", null).ToRow());
        var coordinators = members.Where(member => member.Roles.HasFlag(Roles.Coordinator)).Take(MostCoordinators).ToList();
        foreach (var coordinator in coordinators)
            turn.Send(coordinator.PersonId, Gate.Skipped(Reader.Of(coordinator), round), started: true);
        turn.Schedule(CheckInVerbs.TellLeads, coordinators.Count > 0 ? turn.Now + AWeek : turn.Now, round);
        turn.Schedule("coordinator.gone", turn.Now + TwoWeeks, round);
    }
}

/// <summary>That a check-in did not open because the one before has no note.</summary>
/// <param name="Round">The one before.</param>
/// <param name="At">When the coordinators were told, UTC.</param>
/// <param name="ToldTo">How far those who lead were told, as a member id; <see cref="Domain.Round.Everyone"/> when all were; empty before.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record Skipped(string Round, DateTimeOffset At, string ToldTo, string? Version)
{
    public static string Key(string round) => "skipped|" + round;

    public static Skipped FromRow(Row row) => new(row.Key["skipped|".Length..], row.Time("at")!.Value, row.Text("toldTo"), row.ETag);

    public Row ToRow() => new(Key(Round), new Columns { ["at"] = At, ["toldTo"] = ToldTo }, Version);
}
