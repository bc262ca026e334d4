using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Forgets a person: one card says what goes and what stays, and one press does it.</summary>
internal static class ForgetFlow
{
    /// <summary>Who is in no partnership and was not heard from for this long is forgotten by itself.</summary>
    const int MonthsOfSilence = 12;

    public static Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = PrivacyWords.To(turn);
        var card = PrivacyWords.Card(
            say.Heading("Forget.Title"),
            say.Line("Forget.Goes"),
            say.Line("Forget.Stays"),
            say.Line("Forget.Chat"),
            say.Small("Forget.NotTold"),
            PrivacyWords.Actions(
                say.Button(PrivacyVerbs.ForgetYes, "Forget.Yes", style: ButtonStyle.Danger),
                say.Button(PrivacyVerbs.MyData, "MyData.Button"),
                say.Button(PrivacyVerbs.Home, "Forget.No")));
        return Task.FromResult<InvokeResponse>(new InvokeResponse.Show(card with { Origin = new Origin(turn.Person!.Partition) }));
    }

    public static Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var person = turn.Person!;
        if (turn.Home != person.Partition) return AskAsync(turn, cancel);
        Begin(turn, person, turn.Activity.From is { } identity ? [Keys.Directory(turn.Hash(identity.ToString()))] : []);
        var say = PrivacyWords.To(turn);
        return Task.FromResult(PrivacyWords.Show(say.Line("Forgotten"), say.Line("Forgotten.Again"), say.Small("Forgotten.Soon")));
    }

    /// <summary>In person|: a year after they were met, or left, or were heard from.</summary>
    public static async Task<InvokeResponse> SilentAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(Keys.Profile, cancel) is not { } row) return InvokeResponse.Ok;
        var person = Person.FromRow(turn.Home["person|".Length..], row);
        if (person.Memberships.Count > 0 || person.HeardAt is not { } heard) return InvokeResponse.Ok;
        if (heard.AddMonths(MonthsOfSilence) is var due && due > turn.Now) turn.Schedule(PrivacyVerbs.Silent, due);
        else Begin(turn, person, []);
        return InvokeResponse.Ok;
    }

    /// <summary>In directory|: whoever writes under this identity again is a stranger.</summary>
    public static async Task<InvokeResponse> IdentityAsync(TurnContext turn, CancellationToken cancel)
    {
        var removed = 0;
        await foreach (var row in turn.QueryAsync(Keys.Identity(""), cancel))
        {
            if (row.Text("person") != turn.Activity.Value) continue;
            turn.Remove(row);
            if (++removed == Erasing.ChangesAtOnce) break;
        }
        if (removed == Erasing.ChangesAtOnce) turn.Schedule(PrivacyVerbs.ForgetIdentity, turn.Now, turn.Activity.Value);
        return InvokeResponse.Ok;
    }

    /// <summary>Sends word to every partition that knows the person; their own goes last, once that is done and the last message is sent.</summary>
    /// <param name="directories">Where else an identity of theirs may be kept than where their first one is.</param>
    static void Begin(TurnContext turn, Person person, IReadOnlyList<string> directories)
    {
        foreach (var membership in person.Memberships.Concat(person.Left))
            turn.Schedule(PrivacyVerbs.ForgetHere, turn.Now, new Erased(membership.Member, person.Id, person.Reach.Address, "").ToString(), Keys.Partnership(membership.Partnership));
        // A person's id is made of their first identity.
        foreach (var directory in directories.Append(Keys.Directory(person.Id[1..])).Distinct(StringComparer.Ordinal))
            turn.Schedule(PrivacyVerbs.ForgetIdentity, turn.Now, person.Id, directory);
        turn.Save((person with { Name = "", Home = person.Partition, HomeBefore = "", Memberships = [], Left = [] }).ToRow());
        turn.EraseHome();
    }
}
