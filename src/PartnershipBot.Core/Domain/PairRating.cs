using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>What a member said, for their organisation, about a partner in a round. Confidential, and not sealed: it goes once the round has closed and its averages are made.</summary>
/// <param name="Member">Who rated.</param>
/// <param name="Rated">The id of the organisation that was rated.</param>
/// <param name="Organisation">The id of the rater's own.</param>
/// <param name="Given">Question id to what was chosen; no free text. What was not asked is not in it.</param>
/// <param name="Compare">Whether, before rating, they let both sides be laid side by side, should the other side say so too.</param>
/// <param name="Few">Whether, before rating, they let it be shown even when few rated.</param>
/// <param name="ToPower">Whether, before rating, they let a partner see it that leads the contract or holds the money.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record PairRating(
    string Round,
    string Member,
    string Rated,
    string Organisation,
    IReadOnlyDictionary<string, string> Given,
    bool Compare,
    bool Few,
    bool ToPower,
    string? Version)
{
    /// <summary>How much they worked together: 0 not at all, to 3 every week.</summary>
    public const string Contact = "CON1";

    /// <summary>What is rated of a partner, in order: reliable, open, same aim, heard.</summary>
    public static readonly IReadOnlyList<string> Items = ["DRE1", "DOP1", "DAL1", "DHE1"];

    /// <summary>The ratings of one round; the member and the rated organisation follow.</summary>
    public static string Prefix(string round) => $"pair|{round}|";

    /// <summary>The ratings of one member in one round; the rated organisation follows.</summary>
    public static string Prefix(string round, string member) => $"pair|{round}|{member}|";

    /// <summary>Whether they worked with the partner, so that there is something to rate.</summary>
    public bool HadContact => Given.TryGetValue(Contact, out var contact) && contact is "1" or "2" or "3";

    /// <summary>Whether there is nothing more to ask.</summary>
    public bool IsDone => !HadContact || Items.All(Given.ContainsKey);

    public static PairRating FromRow(Row row)
    {
        var parts = row.Key.Split('|');
        return new PairRating(
            parts[1], parts[2], parts[3], row.Text("organisation"),
            Items.Prepend(Contact).Where(id => row.Text(id).Length > 0).ToDictionary(id => id, row.Text, StringComparer.Ordinal),
            row.Flag("compare"), row.Flag("few"), row.Flag("toPower"), row.ETag);
    }

    public Row ToRow()
    {
        var columns = new Columns { ["organisation"] = Organisation, ["compare"] = Compare, ["few"] = Few, ["toPower"] = ToPower };
        foreach (var (id, value) in Given) columns[id] = value;
        return new Row(Prefix(Round, Member) + Rated, columns, Version);
    }
}
