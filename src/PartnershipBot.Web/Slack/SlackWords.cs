namespace PartnershipBot.Web.Slack;

/// <summary>The few words that this channel says by itself. Everything else is said by the flows.</summary>
internal static class SlackWords
{
    public const string Close = "Cancel";
    public const string DidNotOpen = "That did not open. Please try again.";
    public const string DidNotShow = "We could not show the answer here. What you asked for was done. Please open a message to me and type: help";
    public const string CheckTheseAndTryAgain = "Please look at this again:";
}
