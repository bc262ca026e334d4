using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Conversation;

/// <summary>What Bot itself has to say.</summary>
static class ConversationCards
{
    static readonly Texts Texts = new(typeof(ConversationCards), "ConversationText");

    public static Card Say(string key, string language, params object[] arguments)
    {
        var words = Texts[key, language, arguments];
        return new Card(words, [new TextBlock(words)]);
    }

    public static Card Refused(Who who, string language) => Say(who switch
    {
        Who.Coordinator => "Refused.Coordinator",
        Who.Lead => "Refused.Lead",
        Who.Commissioner => "Refused.Commissioner",
        _ => "Refused.Member",
    }, language);

    /// <summary>A form that has to be opened with a press, where words were typed.</summary>
    public static Card Opens(Form form, string verb, string value, string language) => new(form.Title,
    [
        new TextBlock(form.Title),
        new TextBlock(Texts["Form.OpenNote", language], TextStyle.Small),
        new ActionSet([new Button(verb, Texts["Form.Open", language], value, ButtonStyle.Primary)]),
    ], form.Origin);
}
