using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>A clear change since the check-in before.</summary>
/// <param name="About">What it is about; see <see cref="TalkQuestions.About"/>.</param>
/// <param name="Now">The figure of this check-in.</param>
/// <param name="Then">That of the one before; null when it showed none.</param>
/// <param name="Since">When the one before closed, UTC.</param>
sealed record Shift(string About, bool IsFall, Figure Now, Figure? Then, DateTimeOffset Since)
{
    /// <summary>A fall before a rise, since a fall is what needs a talk.</summary>
    /// <param name="before">The check-in that closed before; null when none did.</param>
    /// <returns>Null when nothing has clearly changed, or nothing can be told.</returns>
    public static Shift? Of(Round round, Round? before)
    {
        if (before?.ClosedAt is not { } since) return null;
        var then = RoundResult.FromJson(before.Result).Dimensions;
        return RoundResult.FromJson(round.Result).Dimensions
            .Where(now => now.Change == ChangeWords.Clear && TalkQuestions.About(now.Questions[0]) is not null)
            .Select(now => new Shift(
                TalkQuestions.About(now.Questions[0])!, !now.Higher, now.Figure,
                then.FirstOrDefault(dimension => dimension.Dimension == now.Dimension)?.Figure, since))
            .OrderByDescending(shift => shift.IsFall)
            .FirstOrDefault();
    }

    /// <summary>Such as <c>it feels less safe to raise a problem (3.9 to 3.2, mixed views)</c>; the numbers only where both were shown.</summary>
    public string Say(Speech speech)
    {
        var what = speech[$"Fell.{About}"];
        if (Now.Kind != FigureKind.Mean || Then is not { Kind: FigureKind.Mean }) return what;
        List<string> more = [speech["Fell.FromTo", speech.Number(Then.Tenths), speech.Number(Now.Tenths)]];
        if (Now.People > 0) more.Add(speech["Fell.People", Now.People]);
        if (Now.Agreement is { } agreement) more.Add(speech[$"Fell.{agreement}"]);
        return speech["Fell.Figures", what, string.Join(", ", more)];
    }
}
