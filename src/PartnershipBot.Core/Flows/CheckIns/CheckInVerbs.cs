namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What the check-in answers to.</summary>
static class CheckInVerbs
{
    public const string Preview = "checkin.preview";
    public const string SendMe = "checkin.sendme";
    public const string Open = "checkin.open";
    public const string OpenYes = "checkin.open.yes";
    public const string First = "checkin.first";
    public const string Invite = "checkin.invite";
    public const string Ask = "checkin.ask";
    public const string Remind = "checkin.remind";
    public const string Later = "checkin.later";
    public const string Again = "checkin.again";
    public const string Skip = "checkin.skip";
    public const string Answer = "checkin.answer";
    public const string Submit = "checkin.submit";
    public const string Review = "checkin.review";
    public const string Rate = "checkin.rate";
    public const string More = "checkin.more";
    public const string Remove = "checkin.remove";
    public const string Next = "checkin.next";
    public const string NextKeep = "checkin.next.keep";
    public const string NextHold = "checkin.next.hold";
    public const string NextSend = "checkin.next.send";
    public const string NextShare = "checkin.next.share";
    public const string NextForget = "checkin.next.forget";
    public const string Close = "checkin.close";
    public const string CloseYes = "checkin.close.yes";
    public const string End = "checkin.end";
    public const string Count = "checkin.count";
    public const string Forget = "checkin.forget";
    public const string Publish = "checkin.publish";
    public const string Result = "result";
    public const string Rhythm = "rhythm";
    public const string RhythmSet = "rhythm.set";
    public const string Longer = "rhythm.longer";
    public const string Quarterly = "rhythm.quarterly";
    public const string Occurrence = "checkin.occurrence";
    public const string TellLeads = "checkin.skipped";
    public const string Met = "meeting";
    public const string Protection = "privacy.sealed";
    public const string Post = "result.post";
    public const string LeaveOut = "checkin.leaveout";
    public const string PublishLater = Domain.HearsLater.Verb;

    public const string Questions = "questions";
    public const string QuestionsChoose = "questions.choose";
    public const string QuestionsChosen = "questions.chosen";
    public const string QuestionsAdd = "questions.add";
    public const string QuestionsAdded = "questions.added";
    public const string QuestionsOwn = "questions.own";
    public const string QuestionsOwnSet = "questions.own.set";

    /// <summary>Everybody's own, wherever it stands.</summary>
    public const string Pause = "pause";

    /// <summary>Who can see what.</summary>
    public const string Privacy = "privacy";

    /// <summary>The questions about partners, offered beside a round to who answered and who did not alike.</summary>
    public const string Pairs = "pairs.ask";

    /// <summary>Makes the figures on partners, and lets the result go out.</summary>
    public const string PairFigures = "pairs.figures";

    /// <summary>In place of a round's id: nothing that is answered is kept.</summary>
    public const string Test = "test";
}
