using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>Somebody with a browser without script: reads pages, presses buttons, sends forms, keeps cookies.</summary>
internal sealed partial class DoorVisitor(Uri address)
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>The cookies that go to every path below /me/.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Sent with every request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public Task<DoorAnswer> GetAsync(string path, CancellationToken cancel) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancel);

    public Task<DoorAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) }, cancel);

    public Task<DoorAnswer> PostAsync(string path, HttpContent content, CancellationToken cancel) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, cancel);

    /// <summary>Presses the button with this label, or sends the form whose send button has it.</summary>
    public Task<DoorAnswer> PressAsync(DoorAnswer page, string label, CancellationToken cancel, params (string Name, string Value)[] inputs)
    {
        var form = page.Form(label);
        return PostAsync(form.Action, form.Fields.Concat(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))), cancel);
    }

    /// <summary>Gives the key and is let in.</summary>
    public async Task<DoorAnswer> UnlockAsync(string token, CancellationToken cancel)
    {
        var asked = await GetAsync($"/me/{token}", cancel);
        var answer = await PressAsync(asked, "Open", cancel, ("key", DoorFlows.Key));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await GetAsync(answer.Location!, cancel);
    }

    async Task<DoorAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Cookies.Count > 0 && request.RequestUri!.OriginalString.StartsWith("/me/", StringComparison.Ordinal))
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Headers) request.Headers.Add(name, value);
        using var response = await http.SendAsync(request, cancel);
        var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.ToList() : [];
        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) Cookies.Remove(pair[0]);
            else Cookies[pair[0]] = pair[1];
        }
        return new DoorAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(cancel), response.Headers.Location?.OriginalString, set, response.Headers);
    }
}

/// <param name="Location">Where it sends on to, or null.</param>
/// <param name="SetCookies">Each as it came.</param>
internal sealed partial record DoorAnswer(HttpStatusCode Status, string Html, string? Location, IReadOnlyList<string> SetCookies, HttpResponseHeaders Headers)
{
    /// <summary>What is read, without the markup.</summary>
    public string Words => WebUtility.HtmlDecode(Tags.Replace(Html[Html.IndexOf("<body", StringComparison.Ordinal)..], " "));

    public IReadOnlyList<DoorForm> Forms => [.. Form_.Matches(Html).Select(match => new DoorForm(
        Attribute(match.Groups["head"].Value, "action"),
        WebUtility.HtmlDecode(Button.Match(match.Groups["body"].Value).Groups["label"].Value),
        Input.Matches(match.Groups["body"].Value).Where(input => input.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .ToDictionary(input => Attribute(input.Value, "name"), input => Attribute(input.Value, "value"), StringComparer.Ordinal)))];

    public DoorForm Form(string label) => Assert.Single(Forms, form => form.Label == label);

    static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<form(?<head>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form_ { get; }

    [GeneratedRegex("<button[^>]*>(?<label>.*?)</button>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Button { get; }

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Input { get; }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags { get; }
}

/// <param name="Label">The words on its first button.</param>
/// <param name="Fields">Its hidden fields.</param>
internal sealed record DoorForm(string Action, string Label, IReadOnlyDictionary<string, string> Fields);
