using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Tests.Conversation;

/// <summary>The words of the bot, and the days and numbers among them.</summary>
public sealed class TextsTests
{
    static readonly DateTimeOffset Closing = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "Mon 7 Dec, 3.7")]
    [InlineData("en-IE", "Mon 7 Dec, 3.7")]
    [InlineData("cy-GB", "Mon 7 Dec, 3.7")]
    [InlineData("de-DE", "Mon 7 Dec, 3.7")]
    [InlineData("not a language", "Mon 7 Dec, 3.7")]
    public void Days_and_numbers_are_in_the_language_of_the_words_around_them(string language, string said) =>
        Assert.Equal(said, string.Format(Texts.Culture(language), "{0:ddd d MMM}, {1:0.0}", Closing, 3.7));
}
