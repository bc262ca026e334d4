namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>What partnerships of fewer than five people answer to.</summary>
static class SmallGroupVerbs
{
    public const string Choose = "small";
    public const string Offer = "small.offer";
    public const string Occurrence = "small.occurrence";
    public const string People = "small.people";
    public const string Notes = "small.notes";
    public const string Note = "small.note";
    public const string NoteKeep = "small.note.keep";
    public const string NoteRemove = "small.note.remove";
    public const string ByName = "small.byname";
    public const string Yes = "small.byname.yes";
    public const string No = "small.byname.no";
    public const string Decide = "small.decide";
    public const string Answer = "small.answer";
    public const string Submit = "small.submit";
    public const string Remove = "small.remove";
    public const string Skip = "small.skip";
    public const string Close = "small.close";
    public const string Share = "small.share";
    public const string Forget = "small.forget";
}
