using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows.Channels;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Flows.Pairs;
using PartnershipBot.Core.Flows.Privacy;
using PartnershipBot.Core.Flows.SmallGroups;
using PartnershipBot.Core.Flows.Talks;
using PartnershipBot.Core.Flows.Welcome;

namespace PartnershipBot.Core.Flows;

/// <summary>Everything the bot answers to, on one page: the verb, who may ask, where it belongs, what happens, and the typed words for it.</summary>
public static class Routes
{
    /// <param name="site">Where this service is.</param>
    public static IEnumerable<Route> All(Site site)
    {
        var (privacy, invite, join, door, checkIn) = (new PrivacyFlow(site), new InviteFlow(site), new JoinFlow(site), new DoorFlow(site), new CheckInFlow(site));
        var pairs = new PairFlow(site);
        var myData = new MyDataFlow(site);
        return
        [
            // Welcome: arriving, starting, joining, pausing, leaving.
            new("welcome", Who.Self, Home.Person, AtHome(HelloFlow.WelcomeAsync), []),
            new("help", Who.Anyone, Home.Current, HelloFlow.HelpAsync, ["help", "hi", "hello", "hey", "?"], InChannel: true),
            new(Router.Unknown, Who.Anyone, Home.Current, HelloFlow.UnknownAsync, [], InChannel: true),
            new("home", Who.Self, Home.Current, HomeFlow.HomeAsync, ["home", "menu"]),
            new("status", Who.Self, Home.Current, HomeFlow.StatusAsync, ["status"]),
            new("channel.joined", Who.Anyone, Home.Current, HelloFlow.ChannelAsync, [], InChannel: true),
            new("channel.moved", Who.Anyone, Home.Current, HelloFlow.NoChangeAsync, [], InChannel: true),
            new("uninstalled", Who.Anyone, Home.Current, HelloFlow.NoChangeAsync, [], InChannel: true),

            new("partnership.start", Who.Self, Home.Person, StartFlow.StartAsync, ["start", "start a partnership", "new partnership"]),
            new("partnership.new", Who.Self, Home.Person, AtHome(StartFlow.NewAsync), []),
            new("partnership.create", Who.Clock, Home.Current, StartFlow.CreateAsync, []),
            new("invite", Who.Member, Home.Current, invite.InviteAsync, ["invite"]),
            new("invite.make", Who.Member, Home.Current, invite.MakeAsync, []),
            new("add", Who.Coordinator, Home.Current, AddFlow.AddAsync, ["add", "add something"]),

            // What follows from who is here.
            new("size", Who.Member, Home.Current, SizeFlow.SizeAsync, ["size", "what will we"]),
            new("joined.how", Who.Lead, Home.Current, JoinedHowFlow.AskAsync, ["how we joined"]),
            new("joined.how.set", Who.Lead, Home.Current, JoinedHowFlow.SetAsync, []),
            new("member.waiting", Who.Member, Home.Current, ConfirmFlow.WaitingAsync, []),
            new("member.confirm", Who.Member, Home.Current, ConfirmFlow.YesAsync, []),
            new("member.unknown", Who.Member, Home.Current, ConfirmFlow.NoAsync, []),
            new(PeopleFlow.Changed, Who.Clock, Home.Current, PeopleFlow.ChangedAsync, []),

            new("coordinator.add", Who.Coordinator, Home.Current, CoordinatorFlow.AddAsync, ["coordinator", "add coordinator", "add a coordinator"]),
            new("coordinator.set", Who.Coordinator, Home.Current, CoordinatorFlow.SetAsync, []),
            new("coordinator.no", Who.Coordinator, Home.Current, CoordinatorFlow.NoAsync, []),
            new("coordinator.here", Who.Coordinator, Home.Current, SuccessorFlow.HereAsync, []),
            new("coordinator.gone", Who.Clock, Home.Current, SuccessorFlow.GoneAsync, []),
            new("coordinator.tell", Who.Clock, Home.Current, SuccessorFlow.TellAsync, []),
            new("coordinator.need", Who.Lead, Home.Current, SuccessorFlow.NeedAsync, ["new coordinator", "choose a coordinator"]),
            new("coordinator.name", Who.Lead, Home.Current, SuccessorFlow.NameAsync, []),
            new("coordinator.confirm", Who.Lead, Home.Current, SuccessorFlow.ConfirmAsync, []),

            new("join", Who.Anyone, Home.Invitation, join.JoinAsync, ["join"]),
            new("join.yes", Who.Anyone, Home.Invitation, join.YesAsync, []),
            new("join.no", Who.Anyone, Home.Current, JoinFlow.NoAsync, []),
            new("join.ask", Who.Self, Home.Person, JoinFlow.AskAsync, []),
            new("join.code", Who.Self, Home.Person, JoinFlow.CodeAsync, []),
            new(Router.NoInvitation, Who.Anyone, Home.Current, JoinFlow.UnknownAsync, []),
            new("join.page", Who.Anyone, Home.Invitation, DoorFlow.PageAsync, []),
            new("join.slack", Who.Anyone, Home.Invitation, DoorFlow.SlackAsync, []),
            new("join.teams", Who.Anyone, Home.Invitation, DoorFlow.TeamsAsync, []),
            new("join.name", Who.Anyone, Home.Invitation, door.NameAsync, []),
            new("join.here", Who.Anyone, Home.Invitation, door.HereAsync, []),
            new("door.page", Who.Self, Home.Person, DoorFlow.LockedAsync, []),
            new("door.unlock", Who.Self, Home.Person, DoorFlow.UnlockAsync, []),
            new("person.joined", Who.Clock, Home.Person, PersonFlow.JoinedAsync, []),
            new("try.question", Who.Self, Home.Current, TryFlow.QuestionAsync, []),
            new("try.answer", Who.Self, Home.Current, TryFlow.AnswerAsync, []),

            new("when", Who.Self, Home.Person, WhenFlow.WhenAsync, ["when", "time", "zone"]),
            new("when.set", Who.Self, Home.Person, AtHome(WhenFlow.SetAsync), []),
            new("when.quiet", Who.Self, Home.Person, QuietFlow.QuietAsync, ["quiet", "quiet hours", "holidays"]),
            new("when.quiet.set", Who.Self, Home.Person, AtHome(QuietFlow.SetAsync), []),
            new("waiting", Who.Self, Home.Person, WaitingFlow.WaitingAsync, ["waiting"]),
            new("waiting.show", Who.Clock, Home.Person, WaitingFlow.ShowAsync, []),
            new("member.zone", Who.Clock, Home.Current, PersonFlow.ZoneAsync, []),
            new("pause", Who.Self, Home.Person, PauseFlow.PauseAsync, ["pause", "ooo", "stop"]),
            new("pause.set", Who.Self, Home.Person, AtHome(PauseFlow.SetAsync), []),
            new("resume", Who.Self, Home.Person, PauseFlow.ResumeAsync, ["resume", "unpause"]),
            new("switch", Who.Self, Home.Person, SwitchFlow.SwitchAsync, ["switch"]),
            new("switch.to", Who.Self, Home.Person, AtHome(SwitchFlow.ToAsync), []),
            new("leave", Who.Member, Home.Current, LeaveFlow.LeaveAsync, ["leave", "quit"]),
            // Anyone, so that a second press is answered like the first; it changes the presser alone.
            new("leave.yes", Who.Anyone, Home.Current, LeaveFlow.YesAsync, []),
            new("person.left", Who.Clock, Home.Person, PersonFlow.LeftAsync, []),

            // Check-ins: opening, asking, answering, the one small thing, closing, the result.
            new(CheckInVerbs.Preview, Who.Coordinator, Home.Current, checkIn.Opening.PreviewAsync, ["preview"]),
            new(CheckInVerbs.SendMe, Who.Coordinator, Home.Current, checkIn.Opening.SendMeAsync, []),
            new(CheckInVerbs.Open, Who.Coordinator, Home.Current, ChoiceFlow.Before(Opening.AskAsync), ["open", "check-in open", "ask"]),
            new(CheckInVerbs.OpenYes, Who.Coordinator, Home.Current, ChoiceFlow.Before(Opening.YesAsync), []),
            new(CheckInVerbs.First, Who.Clock, Home.Current, Opening.FirstAsync, []),
            new(CheckInVerbs.Invite, Who.Clock, Home.Current, checkIn.Inviting.InviteAsync, []),
            new(CheckInVerbs.Ask, Who.Clock, Home.Current, checkIn.Inviting.AskAsync, []),
            new(CheckInVerbs.Remind, Who.Clock, Home.Current, Reminding.RemindAsync, []),
            new(CheckInVerbs.Later, Who.Member, Home.Current, checkIn.Inviting.LaterAsync, []),
            new(CheckInVerbs.Again, Who.Clock, Home.Current, checkIn.Inviting.AgainAsync, []),
            new(CheckInVerbs.Skip, Who.Member, Home.Current, Inviting.SkipAsync, []),
            new(CheckInVerbs.Answer, Who.Member, Home.Current, checkIn.Answering.OpenAsync, ["answer", "check-in", "checkin", "edit"]),
            new(CheckInVerbs.Submit, Who.Member, Home.Current, checkIn.Answering.SubmitAsync, []),
            new(CheckInVerbs.Review, Who.Member, Home.Current, checkIn.Answering.ReviewAsync, []),
            new(CheckInVerbs.Rate, Who.Member, Home.Current, OneQuestion.RateAsync, []),
            new(CheckInVerbs.More, Who.Member, Home.Current, OneQuestion.MoreAsync, []),
            new(CheckInVerbs.Remove, Who.Member, Home.Current, Answering.RemoveAsync, []),
            new(CheckInVerbs.Next, Who.Self, Home.Person, NextStep.OpenAsync, []),
            new(CheckInVerbs.NextKeep, Who.Self, Home.Person, NextStep.KeepAsync, []),
            new(CheckInVerbs.NextHold, Who.Self, Home.Person, NextStep.HoldAsync, []),
            new(CheckInVerbs.NextSend, Who.Self, Home.Person, NextStep.SendAsync, []),
            new(CheckInVerbs.NextShare, Who.Clock, Home.Current, NextStep.ShareAsync, []),
            new(CheckInVerbs.NextForget, Who.Clock, Home.Person, NextStep.ForgetAsync, []),
            new(CheckInVerbs.Close, Who.Coordinator, Home.Current, Closing.AskAsync, ["close", "check-in close"]),
            new(CheckInVerbs.CloseYes, Who.Coordinator, Home.Current, Closing.YesAsync, []),
            new(CheckInVerbs.End, Who.Clock, Home.Current, Closing.EndAsync, []),
            new(CheckInVerbs.Count, Who.Clock, Home.Current, Closing.CountAsync, []),
            new(CheckInVerbs.Forget, Who.Clock, Home.Current, Closing.ForgetAsync, []),
            new(CheckInVerbs.Publish, Who.Clock, Home.Current, Results.PublishAsync, []),
            new(CheckInVerbs.Result, Who.Member, Home.Current, Results.ShowAsync, ["result", "results"]),
            new(CheckInVerbs.Questions, Who.Coordinator, Home.Current, QuestionsFlow.ShowAsync, ["questions", "question"]),
            new(CheckInVerbs.QuestionsChoose, Who.Coordinator, Home.Current, QuestionsFlow.ChooseAsync, []),
            new(CheckInVerbs.QuestionsChosen, Who.Coordinator, Home.Current, QuestionsFlow.ChosenAsync, []),
            new(CheckInVerbs.QuestionsAdd, Who.Coordinator, Home.Current, OwnQuestions.AddAsync, []),
            new(CheckInVerbs.QuestionsAdded, Who.Coordinator, Home.Current, OwnQuestions.AddedAsync, []),
            new(CheckInVerbs.QuestionsOwn, Who.Coordinator, Home.Current, OwnQuestions.ChangeAsync, []),
            new(CheckInVerbs.QuestionsOwnSet, Who.Coordinator, Home.Current, OwnQuestions.ChangedAsync, []),
            new(CheckInVerbs.Protection, Who.Anyone, Home.Current, checkIn.Protection.ShowAsync, ["protection", "sealed"]),
            new(CheckInVerbs.Post, Who.Clock, Home.Current, ChannelPost.PostAsync, []),

            // The rhythm: how often, the day that comes, what holds it up.
            new(CheckInVerbs.Rhythm, Who.Coordinator, Home.Current, RhythmFlow.AskAsync, ["rhythm", "how often"]),
            new(CheckInVerbs.RhythmSet, Who.Coordinator, Home.Current, RhythmFlow.SetAsync, []),
            new(CheckInVerbs.Longer, Who.Coordinator, Home.Current, RhythmFlow.LongerAsync, []),
            new(CheckInVerbs.Quarterly, Who.Coordinator, Home.Current, RhythmFlow.QuarterlyAsync, []),
            new(CheckInVerbs.Met, Who.Coordinator, Home.Current, ChoiceFlow.Before(Meeting.MetAsync), ["we met", "meeting"]),
            new(CheckInVerbs.Occurrence, Who.Clock, Home.Current, Occurring.OccurAsync, []),
            new(CheckInVerbs.TellLeads, Who.Clock, Home.Current, Occurring.TellLeadsAsync, []),

            // Talks: the page to read aloud, a date, the note that lets the next check-in open.
            new(TalkVerbs.Talk, Who.Member, Home.Current, TalkFlow.ShowAsync, ["talk"]),
            new(TalkVerbs.Date, Who.Member, Home.Current, TalkDate.AskAsync, []),
            new(TalkVerbs.Set, Who.Member, Home.Current, TalkDate.SetAsync, []),
            new(TalkVerbs.Tell, Who.Clock, Home.Current, TalkDate.TellAsync, []),
            new(TalkVerbs.Note, Who.Member, Home.Current, NoteFlow.OpenAsync, ["note", "what we heard"]),
            new(TalkVerbs.Save, Who.Member, Home.Current, NoteFlow.SaveAsync, []),
            new(TalkVerbs.Nothing, Who.Member, Home.Current, NoteFlow.NothingAsync, ["nothing this time"]),
            new(TalkVerbs.TellNote, Who.Clock, Home.Current, NoteFlow.TellAsync, []),

            // Channels: results where several people read.
            new(ChannelFlow.Here, Who.Coordinator, Home.Current, ChannelFlow.HereAsync, ["post here", "post results"], InChannel: true),
            new(ChannelFlow.Counted, Who.Clock, Home.Current, ChannelFlow.CountedAsync, []),
            new(ChannelFlow.Yes, Who.Coordinator, Home.Current, ChannelFlow.YesAsync, []),
            new(ChannelFlow.No, Who.Coordinator, Home.Current, ChannelFlow.NoAsync, []),
            new(ChannelFlow.Widened, Who.Clock, Home.Current, ChannelFlow.WidenedAsync, []),
            new(CheckInVerbs.LeaveOut, Who.Clock, Home.Current, Counting.LeaveOutAsync, []),
            new(CheckInVerbs.PublishLater, Who.Clock, Home.Current, LaterResults.PublishAsync, []),

            // Fewer than five: private notes, or sharing by name with everybody's yes.
            new(SmallGroupVerbs.Choose, Who.Coordinator, Home.Current, ChoiceFlow.ChooseAsync, []),
            new(SmallGroupVerbs.Offer, Who.Clock, Home.Current, ChoiceFlow.OfferAsync, []),
            new(SmallGroupVerbs.People, Who.Clock, Home.Current, ChoiceFlow.PeopleAsync, []),
            new(SmallGroupVerbs.Occurrence, Who.Clock, Home.Current, ChoiceFlow.OccurAsync, []),
            new(SmallGroupVerbs.Notes, Who.Coordinator, Home.Current, PrivateNoteFlow.AskAsync, []),
            new(SmallGroupVerbs.Note, Who.Self, Home.Person, AtHome(PrivateNoteFlow.OpenAsync), []),
            new(SmallGroupVerbs.NoteKeep, Who.Self, Home.Person, AtHome(PrivateNoteFlow.KeepAsync), []),
            new(SmallGroupVerbs.NoteRemove, Who.Self, Home.Person, AtHome(PrivateNoteFlow.RemoveAsync), []),
            new(SmallGroupVerbs.ByName, Who.Coordinator, Home.Current, YesFlow.AskAsync, []),
            new(SmallGroupVerbs.Yes, Who.Member, Home.Current, YesFlow.YesAsync, []),
            new(SmallGroupVerbs.No, Who.Member, Home.Current, YesFlow.NoAsync, []),
            new(SmallGroupVerbs.Decide, Who.Clock, Home.Current, YesFlow.DecideAsync, []),
            new(SmallGroupVerbs.Answer, Who.Member, Home.Current, NamedFlow.OpenAsync, []),
            new(SmallGroupVerbs.Submit, Who.Member, Home.Current, NamedFlow.SubmitAsync, []),
            new(SmallGroupVerbs.Remove, Who.Member, Home.Current, NamedFlow.RemoveAsync, []),
            new(SmallGroupVerbs.Skip, Who.Member, Home.Current, NamedFlow.SkipAsync, []),
            new(SmallGroupVerbs.Close, Who.Clock, Home.Current, NamedFlow.CloseAsync, []),
            new(SmallGroupVerbs.Share, Who.Clock, Home.Current, NamedFlow.ShareAsync, []),
            new(SmallGroupVerbs.Forget, Who.Clock, Home.Current, NamedFlow.ForgetAsync, []),

            // Questions about partners, beside a check-in.
            new(PairVerbs.On, Who.Coordinator, Home.Current, PairFlow.OnAsync, []),
            new(PairVerbs.Ask, Who.Member, Home.Current, pairs.AskAsync, ["partners"]),
            new(PairVerbs.About, Who.Member, Home.Current, pairs.AboutAsync, []),
            new(PairVerbs.Contact, Who.Member, Home.Current, pairs.ContactAsync, []),
            new(PairVerbs.Rate, Who.Member, Home.Current, pairs.RateAsync, []),
            new(PairVerbs.Remove, Who.Member, Home.Current, pairs.RemoveAsync, []),
            new(PairVerbs.Figures, Who.Clock, Home.Current, PairClosing.FiguresAsync, []),
            new(PairVerbs.Tell, Who.Clock, Home.Current, PairClosing.TellAsync, []),
            new(PairVerbs.Forget, Who.Clock, Home.Current, PairClosing.ForgetAsync, []),
            new(PairVerbs.Left, Who.Clock, Home.Current, PairClosing.LeftAsync, []),
            new(PairVerbs.Seen, Who.Member, Home.Current, SeenFlow.SeenAsync, ["how seen"]),
            new(PairVerbs.Sides, Who.Member, Home.Current, SeenFlow.SidesAsync, []),
            new(PairVerbs.Gaps, Who.Coordinator, Home.Current, SeenFlow.GapsAsync, ["pair gaps"]),

            // Privacy: what is promised, what is held, forgetting, how long things are kept, the log of it.
            new(PrivacyVerbs.Privacy, Who.Anyone, Home.Current, privacy.PrivacyAsync, ["privacy"]),
            new(PrivacyVerbs.Sees, Who.Self, Home.Current, privacy.SeesAsync, ["what can they see", "who sees what"]),
            new(PrivacyVerbs.MyData, Who.Self, Home.Person, MyDataFlow.ShowAsync, ["my data"]),
            new(PrivacyVerbs.Link, Who.Self, Home.Person, myData.LinkAsync, []),
            new(PrivacyVerbs.KeepLink, Who.Clock, Home.Current, MyDataFlow.KeepLinkAsync, []),
            new(PrivacyVerbs.EndLink, Who.Clock, Home.Current, MyDataFlow.EndLinkAsync, []),
            new(PrivacyVerbs.File, Who.Clock, Home.Person, MyDataFlow.FileAsync, []),
            new(PrivacyVerbs.Forget, Who.Self, Home.Person, ForgetFlow.AskAsync, ["forget me", "delete me"]),
            new(PrivacyVerbs.ForgetYes, Who.Self, Home.Person, ForgetFlow.YesAsync, []),
            new(PrivacyVerbs.ForgetHere, Who.Clock, Home.Current, Erasing.HereAsync, []),
            new(PrivacyVerbs.ForgetIdentity, Who.Clock, Home.Current, ForgetFlow.IdentityAsync, []),
            new(PrivacyVerbs.Silent, Who.Clock, Home.Person, ForgetFlow.SilentAsync, []),
            new(PrivacyVerbs.Retention, Who.Coordinator, Home.Current, RetentionFlow.AskAsync, ["retention"]),
            new(PrivacyVerbs.RetentionSet, Who.Coordinator, Home.Current, RetentionFlow.SetAsync, []),
            new(PrivacyVerbs.RetentionBegin, Who.Clock, Home.Current, Purging.BeginAsync, []),
            new(PrivacyVerbs.Purge, Who.Clock, Home.Current, Purging.PurgeAsync, []),
            new(PrivacyVerbs.Log, Who.Member, Home.Current, LogFlow.ShowAsync, ["log"]),
        ];
    }

    /// <summary>For what changes the person's own row: asked from a partnership's card, there is no such row to change.</summary>
    static Handler AtHome(Handler handler) => (turn, cancel) => turn.Home == turn.Person!.Partition
        ? handler(turn, cancel)
        : Task.FromResult(Say.Show(new Say(turn.Language).Line("Elsewhere")));
}
