using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Web.Door;

/// <summary>A letter as it is shown.</summary>
/// <param name="When">Its time in the person's zone, which is named.</param>
internal sealed record DrawnLetter(string When, IHtmlContent Card);

/// <summary>A member's own page: what is to do now, and their letters. It opens with the three words that were chosen for them at joining.</summary>
[DoorGuard]
[IgnoreAntiforgeryToken]
internal sealed class MeModel(Bot bot, DoorPeople people, DoorLetters letters, DoorCookie cookie, DoorLimits limits, IConfiguration settings) : DoorPage(settings)
{
    public const int LettersAtOnce = 20;
    public const string LockVerb = "door.lock";
    const string UnlockVerb = "door.unlock";

    /// <summary>Whether this browser gave the key.</summary>
    public bool IsOpen { get; private set; }

    public IHtmlContent? ToDo { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DrawnLetter> Letters { get; private set; } = [];

    /// <summary>Whether only older letters are shown.</summary>
    public bool IsOlder { get; private set; }

    /// <summary>Where older letters are shown; null when there are none.</summary>
    public string? OlderPage { get; private set; }

    /// <summary>The button that asks for the key again.</summary>
    public IHtmlContent Lock { get; private set; } = HtmlString.Empty;

    /// <summary>Whether something was sent after the key had run out, and is lost.</summary>
    public bool WasShut { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, string? before, CancellationToken cancel)
    {
        if (await people.FindAsync(token, cancel) is not { } person) return DoorNotice.NotThere();
        if (!cookie.Opens(Request, token)) return await AskForKeyAsync(person, token, cancel);

        Open();
        IsOlder = before is not null && DoorPost.IsLetter(before);
        if (!IsOlder && await bot.TurnAsync(Ask("home", person, token), cancel) is InvokeResponse.Show home)
            ToDo = HtmlCard.Draw(home.Card, NewDrawing(Request.Path), headingLevel: 2);
        await ShowLettersAsync(person, IsOlder ? before : null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await people.FindAsync(token, cancel) is not { } person) return DoorNotice.NotThere();
        if (DoorPost.Read(Request.Form) is not { } post) return DoorNotice.Unclear();
        if (post.Verb == UnlockVerb) return await UnlockAsync(person, token, post, cancel);
        if (!cookie.Opens(Request, token))
        {
            WasShut = true;
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return await AskForKeyAsync(person, token, cancel);
        }
        if (post.Verb == LockVerb)
        {
            cookie.TakeBack(HttpContext, token);
            return SeeOther(Request.Path);
        }

        Open();
        var answer = await bot.TurnAsync(Ask(post.Verb, person, token) with
        {
            Id = post.Id,
            Origin = post.Origin,
            Value = post.Value,
            Inputs = post.Inputs,
            MessageId = post.Letter,
        }, cancel);
        return Draw(answer, Request.Path, post.Inputs) ?? SeeOther(Request.Path);
    }

    async Task<IActionResult> AskForKeyAsync(Person person, string token, CancellationToken cancel) =>
        Draw(await bot.TurnAsync(Ask("door.page", person, token), cancel), Request.Path, Activity.NoInputs) ?? DoorNotice.NotThere();

    async Task<IActionResult> UnlockAsync(Person person, string token, DoorPost post, CancellationToken cancel)
    {
        if (!limits.AllowsKey(token)) return DoorNotice.TooManyKeys();
        var answer = await bot.TurnAsync(Ask(UnlockVerb, person, token) with { Id = post.Id, Origin = post.Origin, Value = post.Value, Inputs = post.Inputs }, cancel);
        if (answer is not InvokeResponse.Show) return Draw(answer, Request.Path, post.Inputs) ?? DoorNotice.NotThere();
        cookie.Give(HttpContext, token);
        return SeeOther(Request.Path);
    }

    async Task ShowLettersAsync(Person person, string? before, CancellationToken cancel)
    {
        var found = await letters.ReadAsync(person.Id, before, LettersAtOnce + 1, cancel);
        Letters = [.. found.Take(LettersAtOnce).Select(letter => new DrawnLetter(
            DoorTime.Say(letter.At, person.Zone),
            HtmlCard.Draw(letter.Card, NewDrawing(Request.Path), headingLevel: 3, letter.Key)))];
        OlderPage = found.Count > LettersAtOnce ? $"{Request.Path}?before={Uri.EscapeDataString(found[LettersAtOnce - 1].Key)}" : null;
    }

    void Open()
    {
        IsOpen = true;
        Lock = NewDrawing(Request.Path).Post(LockVerb, null, "")
            .Add(Markup.Tag("button", "button").With("type", "submit").Add("Lock this page"));
    }

    static Activity Ask(string verb, Person person, string token) => new()
    {
        Type = ActivityType.Invoke,
        Id = NewId(),
        Verb = verb,
        From = new Identity("door", "", token),
        Conversation = new ConversationReference("door", "", person.Id, ConversationKind.Personal),
        AnswersInline = true,
    };
}
