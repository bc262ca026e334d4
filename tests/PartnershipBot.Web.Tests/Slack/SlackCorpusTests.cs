using System.Net;
using System.Text;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Every payload of the corpus, signed and delivered: from the platform's documentation and its own packages' tests.</summary>
public sealed class SlackCorpusTests
{
    [Theory]
    [InlineData("slack/events", 40)]
    [InlineData("slack/interactivity", 20)]
    [InlineData("slack/docs-examples", 10)]
    [InlineData("slack/malformed", 10)]
    [InlineData("slack/slash-commands", 1)]
    public async Task Nothing_that_Slack_was_ever_seen_to_send_is_an_error_and_what_leads_nowhere_leaves_no_row(string folder, int least)
    {
        var files = CorpusRequest.In(folder);
        Assert.True(files.Count >= least, $"Only {files.Count} requests in {folder}.");
        await using var host = await SlackHost.StartAsync();
        var rows = 0;
        foreach (var request in files)
        {
            var before = host.Log.Lines.Count;
            using var answer = await host.PostAsync(request.Route, request.Body, request.ContentType);
            var expected = request.IsReadable ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
            Assert.True(expected == answer.StatusCode, $"{request.Name}: {answer.StatusCode}, not {expected}.");
            await host.SettleAsync();
            var now = await host.RowsAsync();
            if (host.Log.Lines.Skip(before).Any(IsLeftAlone)) Assert.True(rows == now, $"{request.Name}: {now - rows} rows more, though it was left alone.");
            rows = now;
        }
        // Answers to workspaces that the app is not in go nowhere.
        Assert.DoesNotContain(host.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal) && !line.Contains("was given up: not_installed ", StringComparison.Ordinal));
        foreach (var request in files)
            foreach (var text in request.Documents.SelectMany(json => PersonalTexts.In(Encoding.UTF8.GetBytes(json))))
                Assert.False(host.Log.Text.Contains(text, StringComparison.Ordinal), $"{request.Name}: \"{text}\" is in the log.");
    }

    static bool IsLeftAlone(string line) =>
        line.Contains(" was answered and left alone", StringComparison.Ordinal) || line.Contains(" could not be read", StringComparison.Ordinal);
}
