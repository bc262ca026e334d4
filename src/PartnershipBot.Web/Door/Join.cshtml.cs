using Microsoft.AspNetCore.Mvc;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web.Door;

/// <summary>An invitation's page: what this is, and the three doors.</summary>
[DoorGuard]
[IgnoreAntiforgeryToken]
internal sealed class JoinModel(Bot bot, Directory directory, DoorCookie cookie, KeyRing keys, IConfiguration settings) : DoorPage(settings)
{
    /// <summary>Makes a member of somebody with neither Slack nor Teams.</summary>
    const string HereVerb = "join.here";

    static readonly ConversationReference Stranger = new("door", "", "", ConversationKind.Personal);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await IsOpenAsync(token, cancel)) return DoorNotice.NotThere();
        var answer = await bot.TurnAsync(new Activity
        {
            Type = ActivityType.Invoke,
            Id = NewId(),
            Verb = "join.page",
            Conversation = Stranger,
            Value = token,
            AnswersInline = true,
        }, cancel);
        return Draw(answer, Request.Path, Activity.NoInputs) ?? DoorNotice.NotThere();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await IsOpenAsync(token, cancel)) return DoorNotice.NotThere();
        if (DoorPost.Read(Request.Form) is not { } post) return DoorNotice.Unclear();
        var activity = new Activity
        {
            Type = ActivityType.Invoke,
            Id = post.Id,
            Verb = post.Verb,
            Origin = post.Origin,
            Value = token,
            Inputs = post.Inputs,
            Conversation = Stranger,
            AnswersInline = true,
        };
        if (post.Verb != HereVerb)
            return Draw(await bot.TurnAsync(activity, cancel), Request.Path, post.Inputs) ?? SeeOther(Request.Path);

        var own = OwnToken(token, post.Id);
        var page = DoorToken.PathOf(own);
        var answer = await bot.TurnAsync(activity with
        {
            From = new Identity("door", "", own),
            Inputs = new Dictionary<string, string>(post.Inputs, StringComparer.Ordinal) { ["page"] = page },
        }, cancel);
        var isIn = answer is InvokeResponse.Show;
        if (isIn) cookie.Give(HttpContext, own);
        return Draw(answer, isIn ? page : Request.Path, post.Inputs) ?? DoorNotice.NotThere();
    }

    /// <summary>Asked before Bot, which writes down everybody it meets: a wrong link must leave nothing behind.</summary>
    async Task<bool> IsOpenAsync(string token, CancellationToken cancel) =>
        DoorToken.IsShaped(token) && await directory.InvitationAsync(token, [], cancel) is not null;

    /// <summary>128 bits under the service's own key. A button that is pressed twice makes the same page, not two.</summary>
    string OwnToken(string token, string postId) => keys.Hash($"door-page|{token}|{postId}");
}
