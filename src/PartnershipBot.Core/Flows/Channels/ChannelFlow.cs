using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Channels;

/// <summary>A coordinator lets results be posted where several people read, knowing who reads; when more can, posting pauses and the coordinators are asked.</summary>
static class ChannelFlow
{
    public const string Here = "channel.here", Counted = "channel.counted", Yes = "channel.yes", No = "channel.no", Widened = Delivery.Widened;

    static readonly Texts Texts = new(typeof(ChannelFlow), "ChannelText");

    public static async Task<InvokeResponse> HereAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Activity.Conversation.Kind is not (ConversationKind.Channel or ConversationKind.Group)) return Say(turn, "Where");
        var before = await PlaceAsync(turn, cancel);
        turn.Save(new PostingPlace(turn.Activity.Conversation with { Thread = null }, PostingState.Asked, null, turn.Person!.Id, before?.LastPost, before?.Version).ToRow());
        turn.CountReaders(turn.Activity.Conversation, Counted);
        return Say(turn, "InPrivate");
    }

    public static async Task<InvokeResponse> CountedAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await PlaceAsync(turn, cancel) is not { State: PostingState.Asked } place) return InvokeResponse.Ok;
        var asker = await AskerAsync(turn, place, cancel);
        if (asker is null) return InvokeResponse.Ok;
        var language = asker.Language;
        if (turn.Activity.Value.Length == 0)
        {
            turn.Remove(place.ToRow());
            turn.Send(asker.PersonId, Card(Texts["Unknown", language]));
            return InvokeResponse.Ok;
        }
        var counted = place with { Readers = Readers.Parse(turn.Activity.Value) };
        turn.Save(counted.ToRow());
        turn.Send(asker.PersonId, Question(Texts["Ask", language], counted.Readers!, language));
        return InvokeResponse.Ok;
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        // What was said to be read by few is not agreed to for many: the yes is to the number on the card.
        if (await PlaceAsync(turn, cancel) is not { Readers: { } readers } place || readers.ToString() != turn.Activity.Value) return Say(turn, "Gone");
        turn.Save((place with { State = PostingState.On }).ToRow());
        return new InvokeResponse.Show(Card(Texts["Yes", turn.Language], new Button(No, Texts["Stop", turn.Language])));
    }

    public static async Task<InvokeResponse> NoAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await PlaceAsync(turn, cancel) is { } place) turn.Remove(place.ToRow());
        return Say(turn, "No");
    }

    /// <summary>A post was held back.</summary>
    public static async Task<InvokeResponse> WidenedAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await PlaceAsync(turn, cancel) is not { State: PostingState.On } place) return InvokeResponse.Ok;
        var readers = turn.Activity.Value.Length > 0 ? Readers.Parse(turn.Activity.Value) : null;
        turn.Save((place with { State = PostingState.Paused, Readers = readers ?? place.Readers }).ToRow());
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row) is { IsActive: true } member && member.Roles.HasFlag(Roles.Coordinator))
                turn.Send(member.PersonId, readers is null
                    ? Card(Texts["Unknown", member.Language])
                    : Question(Texts["Wider", member.Language], readers, member.Language));
        return InvokeResponse.Ok;
    }

    static Card Question(string words, Readers readers, string language)
    {
        var who = Texts[readers.SomeFromOutside ? "Readers.Outside" : "Readers", language, readers.People];
        return new Card(words,
        [
            new TextBlock(words),
            new TextBlock(who),
            new TextBlock(Texts["Rules", language], TextStyle.Small),
            new ActionSet([new Button(Yes, Texts["Yes.Button", language], readers.ToString()), new Button(No, Texts["No.Button", language])]),
        ]);
    }

    static InvokeResponse Say(TurnContext turn, string key) => new InvokeResponse.Show(Card(Texts[key, turn.Language]));

    static Card Card(string words, params CardAction[] actions) => actions.Length == 0
        ? new Card(words, [new TextBlock(words)])
        : new Card(words, [new TextBlock(words), new ActionSet(actions)]);

    static async Task<PostingPlace?> PlaceAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(PostingPlace.Key, cancel) is { } row ? PostingPlace.FromRow(row) : null;

    /// <returns>Null when they have left or coordinate no longer.</returns>
    static async Task<Member?> AskerAsync(TurnContext turn, PostingPlace place, CancellationToken cancel) =>
        await turn.GetAsync(Keys.MemberPrefix + Member.IdFor(turn.PartnershipId, place.AskedBy), cancel) is { } row && Member.FromRow(row) is { IsActive: true } member && member.Roles.HasFlag(Roles.Coordinator)
            ? member
            : null;
}
