namespace PartnershipBot.Web.Teams;

/// <summary>The few words that Teams itself needs from us; all others come with the cards and forms.</summary>
internal static class TeamsWords
{
    public const string Done = "Done.";
    public const string Choose = "Please choose one.";
    public const string ChooseDay = "Please choose a day.";
    public const string Write = "Please write something.";
    public const string TooLong = "This is too long to show here. Please write to me in our chat.";
    public const string NotUnderstood = "The request does not say what was pressed.";
}
