using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <summary>Words for people live in .resx files, so that they can be read together and translated.</summary>
public sealed partial class LiteralTests
{
    [Fact]
    public void A_flow_holds_no_sentence_of_its_own()
    {
        var files = ProjectFiles.Below("src/PartnershipBot.Core/Flows")
            // What people type to the bot stands with the verb that it means.
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith("Routes.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Offenders.None(
            from file in files
            from literal in Sentences(File.ReadAllText(Solution.At(file)))
            select $"{file}:{literal.Line} \"{literal.Text}\"",
            "Words for people go into the slice's .resx.");
    }

    [Theory]
    [InlineData("""Say("Press the button now");""")]
    [InlineData("""Say($"Ask {name} to come");""")]
    [InlineData("""Say(@"He said ""come in, please"" twice");""")]
    [InlineData("""var a = x ? "no" : "Nobody has answered yet.";""")]
    [InlineData("""Say($"{(late ? "It is too late" : "")}");""")]
    [InlineData("throw new InvalidOperationException(x); Say(\"That did not work\");")]
    [InlineData("Say(\"\"\"\n  One of three words\n  \"\"\");")]
    [InlineData("""Say('"', "One of three", '\'');""")]
    public void A_sentence_is_found(string source) => Assert.Single(Sentences(source));

    [Theory]
    [InlineData("""Texts["Form.Open", language]""")]
    [InlineData("""// Say("Press the button now");""")]
    [InlineData("""/* "Press the button now" */""")]
    [InlineData("""throw new InvalidOperationException($"The words '{key}' are not there. Add them.");""")]
    [InlineData("""[LoggerMessage(Level = LogLevel.Information, Message = "Round {Round} was closed")]""")]
    [InlineData("""var key = $"round|{id}|answers";""")]
    [InlineData("""Date("d MMM yyyy")""")]
    public void What_is_not_a_sentence_for_people_is_left_alone(string source) => Assert.Empty(Sentences(source));

    static IEnumerable<Literal> Sentences(string source) =>
        Literals.In(source).Where(literal => Words.Count(literal.Text) >= 3 && !ForOurselves.IsMatch(literal.Before));

    // A hole between two spaces is a word too.
    [GeneratedRegex(@"(?<=^|[\s(""'])(?:\p{L}[\p{L}'’-]+|[aAI]|\u0001)(?=$|[\s.,;:!?)""'])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words { get; }

    [GeneratedRegex(@"\bthrow\b|Exception\(|\bLog\.|LoggerMessage", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForOurselves { get; }
}
