using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>A file of what is held about a person. Opening the link shows a button and changes nothing: chat clients open links too. The button spends it.</summary>
[DoorGuard]
[IgnoreAntiforgeryToken]
internal sealed class DataModel(Bot bot, DataLinks links) : PageModel
{
    const string FileVerb = "mydata.file";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        DoorToken.IsShaped(token) && await links.IsGoodAsync(token, cancel) ? Page() : DoorNotice.NotThere();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await links.SpendAsync(token, cancel) is not { } person) return DoorNotice.NotThere();
        var answer = await bot.TurnAsync(new Activity
        {
            Type = ActivityType.Event,
            Id = token,
            Verb = FileVerb,
            Conversation = ConversationReference.Clock,
            Origin = new Origin(Keys.Person(person)),
        }, cancel);
        return answer is InvokeResponse.Give file
            ? File(Encoding.UTF8.GetBytes(file.Json), "application/json; charset=utf-8", "what-is-held-about-me.json")
            : DoorNotice.NotThere();
    }
}
