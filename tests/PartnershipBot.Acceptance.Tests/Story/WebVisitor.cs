using System.Net;
using System.Xml.Linq;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Somebody with a browser that runs no script and keeps cookies.</summary>
internal sealed class WebVisitor(RunningBot bot, string name) : Person(bot, name), IDisposable
{
    HttpClient http = NewBrowser();
    Uri? at;
    string html = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>The person's own page; null while they have none.</summary>
    public Uri? OwnPage { get; set; }

    /// <summary>The page as it came.</summary>
    public string Html => html;

    XElement Main => WebScreen.BodyOf(html);

    public override Task<IReadOnlyList<Screen>> LooksAsync() => Task.FromResult(WebScreen.Of(Main));

    public override Task ReturnsAsync() => OpensAsync(OwnPage ?? throw new InvalidOperationException($"{Name} has no page of their own."));

    public Task OpensAsync(Uri page) => GoesAsync(new HttpRequestMessage(HttpMethod.Get, page));

    public Uri LinkTo(string link) => new(at!, (string)Main.Descendants("a").Last(a => a.Value == link).Attribute("href")!);

    public override Task PressesAsync(string button) => SendsAsync(button);

    public override async Task SendsAsync(string button, params (string Question, string Answer)[] answers)
    {
        var form = Main.Descendants("form").FirstOrDefault(form => WebScreen.Label(form) == button) ?? throw Missing($"[{button}]", await LooksAsync());
        await PostsAsync(form, answers);
    }

    /// <summary>Takes what is on the screen now, to send it later whatever the screen shows then: another tab.</summary>
    public Func<Task> KeepsForLater(string button, params (string Question, string Answer)[] answers)
    {
        var (form, page) = (Main.Descendants("form").First(form => WebScreen.Label(form) == button), at);
        return () =>
        {
            at = page;
            return PostsAsync(form, answers);
        };
    }

    /// <summary>Another browser: nothing of the old one is there.</summary>
    public void ChangesBrowser()
    {
        http.Dispose();
        (http, at, html) = (NewBrowser(), null, "");
    }

    public void Dispose() => http.Dispose();

    Task PostsAsync(XElement form, (string Question, string Answer)[] answers)
    {
        var fields = WebScreen.Untouched(form);
        var inputs = WebScreen.InputsOf(form);
        foreach (var (question, answer) in answers)
        {
            var (_, field, choices) = inputs.Single(input => input.Label.StartsWith(question, StringComparison.Ordinal));
            fields[field] = choices.Count == 0 ? answer : choices[answer];
        }
        return GoesAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(at!, (string)form.Attribute("action")!)) { Content = new FormUrlEncodedContent(fields) });
    }

    async Task GoesAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, Cancel);
        (Status, at, html) = (response.StatusCode, response.RequestMessage!.RequestUri, await response.Content.ReadAsStringAsync(Cancel));
        // Without its store the program has nothing under way.
        if (Status != HttpStatusCode.ServiceUnavailable) await Bot.SettleAsync(Cancel);
    }

    static HttpClient NewBrowser() => new(new SocketsHttpHandler { UseProxy = false });
}
