using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

internal sealed record PrivacyWords(string Language, string Zone) : Wording(Language, Zone)
{
    static readonly Texts Own = new(typeof(PrivacyWords), "PrivacyText");

    protected override Texts Texts => Own;

    /// <summary>As who asks reads them.</summary>
    public static PrivacyWords To(TurnContext turn) => new(turn.Language, turn.Zone);

    public Fact Fact(string key, params object[] arguments) => new(this[$"{key}.Name"], this[key, arguments]);

    /// <summary>With its year.</summary>
    public string Date(DateTimeOffset time) => PlainTime.Day(DateOnly.FromDateTime(PlainTime.In(time, Zone).Date), Texts.Culture(Language));

    /// <summary>Such as <c>one of you</c>, <c>4 of you</c>.</summary>
    public string People(int number) => number == 1 ? this["OneOfYou"] : this["OfYou", number];

    public string RoleOf(Roles roles) => this[roles.HasFlag(Roles.Coordinator) ? "Role.Coordinator" : roles.HasFlag(Roles.Lead) ? "Role.Lead" : "Role.Member"];

    /// <summary>What sealing makes impossible, word for word: until the open check-in closes, or any.</summary>
    /// <param name="closesAt">UTC; null when none is open here.</param>
    public TextBlock Until(DateTimeOffset? closesAt) => new(Confidentiality.Until(closesAt is { } at ? Day(at) : this["ClosingDay"], Language));

    /// <summary>When the check-in that is open in this home closes, UTC; null when none is.</summary>
    public static async Task<DateTimeOffset?> ClosingAsync(TurnContext turn, CancellationToken cancel)
    {
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
            if (row.Text("state") == nameof(RoundState.Open) && row.Time("closesAt") > turn.Now) return row.Time("closesAt");
        return null;
    }
}
