namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>What the questions about partners answer to.</summary>
static class PairVerbs
{
    public const string On = "pairs.on";
    public const string Ask = "pairs.ask";
    public const string About = "pairs.about";
    public const string Contact = "pairs.contact";
    public const string Rate = "pairs.rate";
    public const string Remove = "pairs.remove";
    public const string Figures = "pairs.figures";
    public const string Tell = "pairs.tell";
    public const string Forget = "pairs.forget";
    public const string Left = "pairs.left";
    public const string Seen = "pairs.seen";
    public const string Sides = "pairs.sides";
    public const string Gaps = "pairs.gaps";

    // Other slices' own.

    public const string Home = "home";
    public const string Publish = "checkin.publish";

    /// <summary>The value is the round's id.</summary>
    public const string Talk = "talk";
}
