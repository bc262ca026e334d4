using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Flows.CheckIns;

namespace PartnershipBot.Core.Flows;

/// <summary>What the check-in answers to.</summary>
public static class CheckInRoutes
{
    public static IEnumerable<Route> All(CheckInFlow flow) =>
    [
        new(CheckInVerbs.Preview, Who.Coordinator, Home.Current, flow.Opening.PreviewAsync, ["preview"]),
        new(CheckInVerbs.SendMe, Who.Coordinator, Home.Current, Opening.SendMeAsync, []),
        new(CheckInVerbs.Open, Who.Coordinator, Home.Current, Opening.AskAsync, ["open", "check-in open", "ask"]),
        new(CheckInVerbs.OpenYes, Who.Coordinator, Home.Current, Opening.YesAsync, []),
        new(CheckInVerbs.First, Who.Clock, Home.Current, Opening.FirstAsync, []),
        new(CheckInVerbs.Invite, Who.Clock, Home.Current, Inviting.InviteAsync, []),
        new(CheckInVerbs.Later, Who.Member, Home.Current, Inviting.LaterAsync, []),
        new(CheckInVerbs.Again, Who.Clock, Home.Current, Inviting.AgainAsync, []),
        new(CheckInVerbs.Skip, Who.Member, Home.Current, Inviting.SkipAsync, []),
        new(CheckInVerbs.Answer, Who.Member, Home.Current, flow.Answering.OpenAsync, ["answer", "check-in", "checkin", "edit"]),
        new(CheckInVerbs.Submit, Who.Member, Home.Current, flow.Answering.SubmitAsync, []),
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
    ];
}
