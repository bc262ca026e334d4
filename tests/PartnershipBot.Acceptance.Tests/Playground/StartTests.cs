using System.Net;
using System.Text;

namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>What a newcomer's first minute meets, and what strangers meet.</summary>
public sealed class StartTests : IAsyncLifetime
{
    readonly HttpClient http = new();
    RunningProgram program = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => program = await RunningProgram.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (program is not null) await program.DisposeAsync();
    }

    [Fact]
    public async Task The_program_says_in_one_line_where_the_playground_is()
    {
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(program.Page, Cancel)).StatusCode);
        // The console names who speaks on one line, and says what on the next.
        var said = await program.SaidAsync(lines: 2, Cancel);
        Assert.Equal($"Open {program.Page} in a browser. Ctrl+C stops the program.", said[^1].Trim());
        Assert.DoesNotContain(said, line => line.StartsWith("warn", StringComparison.Ordinal) || line.StartsWith("fail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("playground.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.playground.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_a_name_of_this_machine_opens_it(string name, HttpStatusCode status)
    {
        foreach (var path in (string[])["playground", "playground/state", "playground/files/main.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(program.Page, "/" + path));
            request.Headers.Host = $"{name}:{program.Page.Port}";
            using var answer = await http.SendAsync(request, Cancel);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_of_another_site_can_do_nothing_here()
    {
        using var form = new StringContent("""{"to":"2030-01-01T00:00:00Z"}""", Encoding.UTF8, "text/plain");
        using var answer = await http.PostAsync(new Uri(program.Page, "/playground/clock"), form, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }
}
