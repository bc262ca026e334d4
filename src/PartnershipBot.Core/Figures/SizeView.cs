namespace PartnershipBot.Core.Figures;

/// <summary>What a partnership of a size will see. It follows from the number of people alone, so that it can be said before anybody is asked.</summary>
/// <param name="Sizes">The number of people of each organisation that has any.</param>
/// <param name="Least">No figure from fewer people.</param>
public sealed record SizeView(IReadOnlyList<int> Sizes, int Least)
{
    /// <summary>How many organisations must have rated another before it sees an average.</summary>
    public const int LeastRaters = 3;

    /// <param name="sizes">The number of people of each organisation; those of none are left out.</param>
    /// <param name="least">5 to 10.</param>
    public static SizeView Of(IEnumerable<int> sizes, int least = Suppression.Least) => new([.. sizes.Where(size => size > 0)], least);

    public int People => Sizes.Sum();

    public int Organisations => Sizes.Count;

    public Shows this[ViewPart part] => part switch
    {
        ViewPart.CheckIn => CheckIn,
        ViewPart.Change => Change,
        ViewPart.PerOrganisation => PerOrganisation,
        ViewPart.Pairs => Pairs,
        // People say and do these by name, so they need no number of them.
        _ => Shows.Always,
    };

    /// <summary>The figures of a check-in, from everybody's answers together.</summary>
    public Shows CheckIn => People >= Least ? Shows.IfMostAnswer : Shows.Never;

    /// <summary>Whether a check-in differs from the one before.</summary>
    public Shows Change => CheckIn;

    /// <summary>Figures of single organisations. One that is too small is hidden, and then the smallest of the others, until what is hidden cannot be worked out.</summary>
    public Shows PerOrganisation
    {
        get
        {
            var shown = Sizes.Where(size => size >= Least).Order().ToList();
            var hidden = Sizes.Where(size => size < Least).ToList();
            while (hidden.Count > 0 && shown.Count > 0 && (hidden.Count < 2 || hidden.Sum() < Least))
            {
                hidden.Add(shown[0]);
                shown.RemoveAt(0);
            }
            return Organisations > 1 && shown.Count > 0 ? Shows.IfMostAnswer : Shows.Never;
        }
    }

    /// <summary>How an organisation is seen by the others, as an average that only it sees.</summary>
    public Shows Pairs => Organisations > LeastRaters && Sizes.Any(size => People - size >= Least) ? Shows.IfMostAnswer : Shows.Never;

    /// <summary>The view in a few letters, to tell whether it has changed.</summary>
    public string Picture => string.Concat(Enum.GetValues<ViewPart>().Select(part => this[part].ToString()[0]));
}

/// <summary>What a partnership may see something of.</summary>
public enum ViewPart { CheckIn, Change, PerOrganisation, Pairs, Promises, Stories, Voices }

/// <summary>When a part shows something.</summary>
public enum Shows { Always, IfMostAnswer, Never }
