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

    /// <summary>The card with a last line that says who can read it, in English: a channel has no language.</summary>
    public static Card ReadBy(Card card, Readers readers)
    {
        var words = readers.People == 1 ? Texts["Readers.One", "en"] : Texts["Readers", "en", readers.People];
        if (readers.SomeFromOutside) words += " " + Texts["Readers.Outside", "en"];
        return card with { Elements = [.. card.Elements, new TextBlock(words, TextStyle.Small)] };
    }

    /// <summary>A form that has to be opened with a press, where words were typed.</summary>
    public static Card Opens(Form form, string verb, string value, string language) => new(form.Title,
    [
        new TextBlock(form.Title),
        new TextBlock(Texts["Form.OpenNote", language], TextStyle.Small),
        new ActionSet([new Button(verb, Texts["Form.Open", language], value, ButtonStyle.Primary)]),
    ], form.Origin);
}
