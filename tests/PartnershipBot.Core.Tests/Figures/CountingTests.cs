using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

/// <summary>Response, range of work, voices, gains and costs, promises, distance travelled.</summary>
public sealed class CountingTests
{
    [Fact]
    public void No_thanks_is_an_answer_and_a_pause_is_not_silence()
    {
        var response = new Response(Invited: 12, Paused: 2, Left: 1, Complete: 6, Partial: 1, Declined: 1);
        Assert.Equal(9, response.Eligible);
        Assert.Equal(0.6667, response.Rate, 4);
        Assert.Equal(0.7778, response.RateWithPartial, 4);
        Assert.Equal(0.8889, response.HeardFrom, 4);
        Assert.Equal(0.1111, response.Silent, 4);
        Assert.Equal(0.8, Response.Coverage(4, 5), 4);
    }

    [Theory]
    [InlineData(new[] { 6, 4, 2, 8 }, 20, 4, 1.2799, 3.596, 0.9232)]
    [InlineData(new[] { 12, 8, 4, 16 }, 40, 4, 1.2799, 3.596, 0.9232)]
    [InlineData(new[] { 5, 4, 3, 4, 2, 2 }, 20, 6, 1.7354, 5.671, 0.9686)]
    public void More_of_the_same_is_not_a_wider_range(int[] events, int volume, int kinds, double entropy, double effective, double evenness)
    {
        var range = RelationshipRange.Of(events);
        Assert.Equal((volume, kinds), (range.Volume, range.Kinds));
        Assert.Equal(entropy, range.Entropy, 4);
        Assert.Equal(effective, range.EffectiveKinds, 3);
        Assert.Equal(evenness, range.Evenness!.Value, 4);
    }

    [Fact]
    public void What_no_contract_pays_for_is_a_share_of_events()
    {
        Assert.Equal(0.45, RelationshipRange.Of(6, 4, 2, 8).ShareOf(9), 4);
        Assert.Equal((0, 0.0, null), (RelationshipRange.Of().Kinds, RelationshipRange.Of().EffectiveKinds, RelationshipRange.Of(3).Evenness));
    }

    [Fact]
    public void Outcomes_are_counted_by_whether_service_users_set_and_assess_them()
    {
        var share = VoiceShare.Of([.. new[] { "u;u", "u;w", "wu;u", "w;w", "w;uw", "f;w", "u;uw", "w;" }.Select(Outcome)]);
        Assert.Equal(new VoiceShare(Outcomes: 8, Assessed: 7, Set: 4, Led: 3, AssessedByUser: 4, Both: 3, Silent: 3), share);
        Assert.Equal(0.5714, (double)share.AssessedByUser / share.Assessed, 4);
    }

    [Fact]
    public void A_sum_of_all_hides_who_loses()
    {
        (int Gains, int Costs)?[] said = [(9, 4), (6, 6), (3, 7), (8, 2), null];
        Assert.Equal([0.3846, 0, -0.4, 0.6], said.OfType<(int Gains, int Costs)>().Select(one => Math.Round(Balance.Of(one.Gains, one.Costs), 4)));
        Assert.Equal(new Balance(Gain: 2, Even: 1, Lose: 1, NotSaid: 1), Balance.Of(said));
        Assert.Equal(0.1556, Balance.Of(26, 19), 4);
        Assert.Equal(0, Balance.Of(0, 0));
    }

    [Fact]
    public void A_promise_changed_by_agreement_is_not_a_broken_one()
    {
        var kept = new KeptRate(Made: 14, ChangedByAgreement: 2, NotYetDue: 0, Kept: 9, Partly: 2);
        Assert.Equal((12, 1), (kept.Due, kept.NotKept));
        Assert.Equal(0.75, kept.Rate, 4);
        Assert.Equal(0.9167, kept.RateWithPartly, 4);
        Assert.Equal((0.468, 0.911), (Math.Round(kept.Interval.Low, 3), Math.Round(kept.Interval.High, 3)));
    }

    [Fact]
    public void Distance_is_a_median_and_counts()
    {
        Assert.Equal(new Distance(People: 7, Median: 3, Higher: 5, Same: 1, Lower: 1), Distance.Of((2, 5), (4, 4), (6, 5), (1, 6), (3, 7), (5, 8), (4, 6)));
        Assert.Equal(1.5, Distance.Of((2, 3), (4, 6)).Median);
    }

    static OutcomeVoices Outcome(string written)
    {
        Voice[][] voices = [.. written.Split(';').Select(who => who.Select(one => one switch { 'u' => Voice.ServiceUser, 'w' => Voice.Worker, _ => Voice.Funder }).ToArray())];
        return new OutcomeVoices(voices[0], voices[1]);
    }
}
