using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>A code, which is also the end of a link, that lets people of one organisation into a partnership.</summary>
/// <param name="Expires">UTC; not good from this time on.</param>
public sealed record Invitation(string PartnershipId, string OrganisationId, DateTimeOffset Expires)
{
    /// <summary>Whether somebody who leads the organisation made it: whom they invite needs no second yes.</summary>
    public bool FromLead { get; init; }

    /// <summary>How long a new one is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>10 characters of Crockford's base32: 50 bits.</summary>
    public static string NewCode(byte[] random)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        return string.Concat(random.Take(10).Select(b => alphabet[b & 31]));
    }

    /// <summary>The code as it was made, from what a person typed: any case, with spaces and dashes, O for 0, I or L for 1.</summary>
    public static string Clean(string typed) =>
        string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');

    public static Invitation FromRow(Row row) => new(row.Text("partnership"), row.Text("organisation"), row.Time("expires")!.Value) { FromLead = row.Flag("fromLead") };

    /// <param name="hash">The hash of the code, which is all that is kept of it.</param>
    public Row ToRow(string hash) => new(Keys.Invitation(hash), new Columns
    {
        ["partnership"] = PartnershipId,
        ["organisation"] = OrganisationId,
        ["expires"] = Expires,
        ["fromLead"] = FromLead ? true : null,
    });
}
