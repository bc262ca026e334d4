using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>What is promised, what that promise cannot hold, and who sees each kind of thing.</summary>
internal sealed class PrivacyFlow(Site site)
{
    public async Task<InvokeResponse> PrivacyAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = PrivacyWords.To(turn);
        var closing = turn.Member is { IsActive: true } ? await PrivacyWords.ClosingAsync(turn, cancel) : null;
        return PrivacyWords.Show(
            say.Heading("Privacy.Title"),
            new TextBlock(Confidentiality.OfRatings(site.Host, turn.Language)),
            say.Until(closing),
            say.Line("Privacy.Limits"),
            say.Line("Privacy.Chat"),
            turn.Person is null ? null : PrivacyWords.Actions(
                say.Button(PrivacyVerbs.Sees, "Sees.Button"),
                say.Button(PrivacyVerbs.MyData, "MyData.Button"),
                say.Button("privacy.sealed", "Privacy.Sealed"),
                say.Button(PrivacyVerbs.Home, "Home.Button"),
                say.Button(PrivacyVerbs.Help, "Help.Button")));
    }

    /// <summary>Each kind of thing with who sees it, for somebody in this role in a partnership of this size.</summary>
    public async Task<InvokeResponse> SeesAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = PrivacyWords.To(turn);
        var member = turn.Member is { IsActive: true } me ? me : null;
        var people = member is null ? 0 : await PeopleAsync(turn, cancel);
        return PrivacyWords.Show(
            say.Heading("Sees.Title"),
            new FactSet(
            [
                people is > 0 and < Suppression.Least ? say.Fact("Sees.Ratings.Few", say.People(people), Suppression.Least) : say.Fact("Sees.Ratings", Suppression.Least),
                say.Fact("Sees.Open", site.Host),
                say.Fact("Sees.Pair"),
                say.Fact("Sees.Promises"),
                say.Fact("Sees.Notes"),
                say.Fact("Sees.Outcomes"),
                say.Fact("Sees.Name"),
                say.Fact("Sees.Own"),
            ]),
            member is null ? null : say.Line($"Sees.Role.{RoleName(member.Roles)}"),
            say.Small("Sees.Employer"),
            PrivacyWords.Actions(say.Button(PrivacyVerbs.MyData, "MyData.Button"), say.Button(PrivacyVerbs.Privacy, "Privacy.Button"), member is null ? null : say.Button(PrivacyVerbs.Log, "Log.Button")));
    }

    static string RoleName(Roles roles) => roles switch
    {
        _ when roles.HasFlag(Roles.Coordinator) => "Coordinator",
        _ when roles.HasFlag(Roles.Commissioner) => "Commissioner",
        _ when roles.HasFlag(Roles.Lead) => "Lead",
        _ => "Member",
    };

    static async Task<int> PeopleAsync(TurnContext turn, CancellationToken cancel)
    {
        var people = 0;
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row).IsActive) people++;
        return people;
    }
}
