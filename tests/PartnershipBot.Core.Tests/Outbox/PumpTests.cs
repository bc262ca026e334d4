using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Tests.Outbox;

/// <summary>How what is due comes to be done.</summary>
public sealed class PumpTests
{
    [Fact]
    public async Task Whoever_settles_waits_for_what_another_sweep_has_just_claimed()
    {
        await using var script = new Script(_ =>
        [
            new("later", Who.Self, Home.Person, LaterAsync, ["later"]),
            new("came", Who.Clock, Home.Person, CameAsync, []),
            new("unknown", Who.Anyone, Home.Current, (_, _) => Task.FromResult(InvokeResponse.Ok), []),
        ]);
        var nia = new ScriptPerson("Nia", "slack");
        for (var came = 1; came <= 60; came++)
        {
            await script.SaysAsync(nia, "later");
            script.Clock.Advance(TimeSpan.FromMinutes(2));
            var other = Task.Run(() => script.Pump.SweepAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            await script.Pump.SettleAsync(TestContext.Current.CancellationToken);
            Assert.Equal(came, script.Cards(nia).Count);
            await other;
        }
    }

    static Task<InvokeResponse> LaterAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Schedule("came", turn.Now.AddMinutes(1), turn.Person!.Id);
        return Task.FromResult(InvokeResponse.Ok);
    }

    static Task<InvokeResponse> CameAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Send(turn.Activity.Value, new Card("It came.", [new TextBlock("It came.")]));
        return Task.FromResult(InvokeResponse.Ok);
    }
}
