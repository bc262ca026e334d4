namespace PartnershipBot.Web.Tests.Door;

/// <summary>What the logs hold when everything is switched on.</summary>
public sealed class DoorLoggingTests
{
    [Fact]
    public async Task No_link_key_or_answer_reaches_a_log_at_any_level()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var log = new WrittenLog();
        await using var host = await DoorHost.StartAsync(cancel, log: log, settings: new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["Logging:WrittenLog:LogLevel:Default"] = "Trace",
        });
        var code = await host.InviteAsync(cancel);
        var visitor = host.Visitor();
        var joined = await visitor.PressAsync(await visitor.GetAsync($"/join/{code}", cancel), "Neither: answer here", cancel);
        var own = joined.Form("Try one question").Action["/me/".Length..];
        await visitor.UnlockAsync(await LockedAsync(visitor, own, cancel), cancel);
        var question = await visitor.PressAsync(await visitor.GetAsync($"/me/{own}", cancel), "Answer now", cancel);
        await visitor.PressAsync(question, "Send", cancel, ("rating", "2"), ("why", "canary in the answer"));
        await visitor.GetAsync("/join/CANARY0001", cancel);

        Assert.NotEmpty(log.Lines);
        string[] secrets = [code, own, DoorFlows.Key, "green+boat", "canary in the answer", "CANARY0001"];
        Assert.All(secrets, secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    static async Task<string> LockedAsync(DoorVisitor visitor, string token, CancellationToken cancel)
    {
        await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Lock this page", cancel);
        return token;
    }
}
