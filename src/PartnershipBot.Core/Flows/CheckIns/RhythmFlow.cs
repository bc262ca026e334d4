using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>How often a partnership checks in, chosen by those who coordinate it.</summary>
static class RhythmFlow
{
    /// <summary>How long a check-in stays open where too few answered within a week.</summary>
    const int LongerDays = 14;

    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var setting = await RhythmRows.OrUsualAsync(turn, turn.Person!.Zone, cancel);
        return new InvokeResponse.Open(RhythmForm.Draw(Reader.Of(turn), setting, await ZonesAsync(turn, setting, cancel)));
    }

    public static async Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var setting = await RhythmRows.OrUsualAsync(turn, turn.Person!.Zone, cancel);
        var (chosen, errors) = RhythmForm.Read(reader, turn.Activity, setting);
        if (chosen is null)
            return new InvokeResponse.Invalid(RhythmForm.Draw(reader, setting, await ZonesAsync(turn, setting, cancel)).With(turn.Activity.Inputs), errors);
        return await KeepAsync(turn, chosen, cancel);
    }

    /// <summary>After two check-ins that showed nothing: more time to answer.</summary>
    public static async Task<InvokeResponse> LongerAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await RhythmRows.ReadAsync(turn, cancel) is not { } setting) return await AskAsync(turn, cancel);
        if (setting.DaysOpen != LongerDays) turn.Save((setting with { DaysOpen = LongerDays }).ToRow());
        return new InvokeResponse.Show(Reader.Say(reader["Rhythm.Longer", LongerDays], reader.Button(CheckInVerbs.Rhythm, "Rhythm.Change")));
    }

    /// <summary>After two check-ins that showed nothing: ask less often.</summary>
    public static async Task<InvokeResponse> QuarterlyAsync(TurnContext turn, CancellationToken cancel) =>
        await RhythmRows.ReadAsync(turn, cancel) is { } setting
            ? await KeepAsync(turn, setting with { Rhythm = Rhythm.Quarterly }, cancel)
            : await AskAsync(turn, cancel);

    /// <summary>The days are counted anew from the last check-in, and the occurrence that was to come is replaced.</summary>
    static async Task<InvokeResponse> KeepAsync(TurnContext turn, RhythmSetting chosen, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var today = Schedule.Today(turn.Now, chosen.Zone);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var last = await RoundRows.GetAsync(turn, current.Open.Length > 0 ? current.Open : current.Last, cancel);
        var day = last is null ? Cadence.FirstFrom(today.AddDays(1), chosen.Day) : Cadence.InWeekOf(Schedule.Today(last.OpenedAt, chosen.Zone), chosen.Day);
        var setting = chosen.Through(day, await RhythmRows.NationAsync(turn, cancel), today);
        turn.Save(setting.ToRow());
        Occurring.Schedule(turn, setting);

        var often = reader[$"Rhythm.Often.{setting.Rhythm}"];
        return new InvokeResponse.Show(new Card(reader["Rhythm.Set", often],
        [
            new TextBlock(reader["Rhythm.Set", often]),
            new TextBlock(setting.NextAt is { } at ? reader["Rhythm.Next", reader.Moment(at)] : reader["Rhythm.WhenMet"]),
            .. setting.IsQuick ? [new TextBlock(reader["Rhythm.Quick"])] : Array.Empty<TextBlock>(),
            new TextBlock(reader["Rhythm.Gate"], TextStyle.Small),
            new ActionSet([
                .. setting.Rhythm == Rhythm.AfterAMeeting ? [reader.Button(CheckInVerbs.Met, "Meeting.Met", style: ButtonStyle.Primary)] : Array.Empty<CardAction>(),
                reader.Button(CheckInVerbs.Rhythm, "Rhythm.Change"),
            ]),
        ]));
    }

    /// <summary>The zones that somebody of the partnership lives in.</summary>
    static async Task<IReadOnlyList<string>> ZonesAsync(TurnContext turn, RhythmSetting setting, CancellationToken cancel)
    {
        var members = await MemberPage.AllAsync(turn, cancel);
        return [.. members.Select(member => member.Zone).Prepend(turn.Person!.Zone).Prepend(setting.Zone).Where(PlainTime.IsKnown).Distinct(StringComparer.Ordinal).Take(CardLimits.Choices)];
    }
}
