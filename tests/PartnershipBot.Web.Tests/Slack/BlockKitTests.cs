using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipBot.Core.Cards;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Drawings are kept in Drawn/. To accept a changed one, look at it, then replace the file by the .new.json that the failing test wrote beside it.</summary>
public sealed class BlockKitTests
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [MemberData(nameof(DrawnCards.Names), MemberType = typeof(DrawnCards))]
    public void A_drawing_is_as_it_was_accepted(string name)
    {
        var drawn = JsonNode.Parse(DrawnCards.Draw(name).Span)!.ToJsonString(Readable) + "\n";
        var file = Solution.At($"tests/PartnershipBot.Web.Tests/Slack/Drawn/{name}.json");
        var accepted = File.Exists(file) ? File.ReadAllText(file) : "";
        var waiting = Path.ChangeExtension(file, ".new.json");
        if (accepted == drawn) File.Delete(waiting);
        else File.WriteAllText(waiting, drawn);
        Assert.Equal(accepted, drawn);
    }

    [Fact]
    public void Every_kept_drawing_is_still_drawn()
    {
        var kept = Directory.GetFiles(Solution.At("tests/PartnershipBot.Web.Tests/Slack/Drawn"), "*.json").Select(Path.GetFileNameWithoutExtension).Where(name => !name!.EndsWith(".new", StringComparison.Ordinal));
        Assert.Equal(DrawnCards.All.Keys.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_shape_a_card_or_form_can_have_is_drawn()
    {
        var shapes = typeof(Card).Assembly.GetTypes().Where(type => !type.IsAbstract && new[] { typeof(CardElement), typeof(CardAction), typeof(FormElement) }.Any(shape => shape.IsAssignableFrom(type))).ToList();
        Assert.Equal(11, shapes.Count);
        var drawn = DrawnCards.All.Values.SelectMany(one => one switch
        {
            Card card => card.Elements.SelectMany(element => element is ActionSet set ? [element, .. set.Actions.Cast<object>()] : new object[] { element }),
            Form form => form.Elements,
            _ => throw new InvalidOperationException(),
        }).Select(shape => shape.GetType()).ToHashSet();
        Assert.DoesNotContain(shapes, shape => !drawn.Contains(shape));
    }

    [Fact]
    public void The_words_alone_hold_all_that_the_card_says_and_no_markup()
    {
        var text = BlockKitText.Of((Card)DrawnCards.All["message_everything"]);
        Assert.Equal(
            """
            Check-in for week 7
            How was working together?
            Ask &lt;!channel&gt; *nobody* &amp; see
            Closes: Fri 27 Nov, 17:00 London
            Takes: about 2 minutes
            Six dots, four of them filled
            Only totals are shared.
            [Answer now]
            [Not this time]
            [Leave]
            [Read how]
            """, text);
    }

    [Fact]
    public void The_words_alone_are_cut_between_characters_before_Slack_refuses_them()
    {
        var text = BlockKitText.Of(new Card("s", [new TextBlock(new string('x', 2_998)), new TextBlock(string.Concat(Enumerable.Repeat("🙂&", 400)))]));
        Assert.InRange(text.Length, 3_980, 4_000);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.DoesNotMatch("&(?!amp;)", text);
    }

    [Theory]
    [InlineData("verb", 201, false)]
    [InlineData("verb", 200, true)]
    [InlineData("value", 1_501, false)]
    [InlineData("value", 1_500, true)]
    public void What_breaks_a_limit_is_refused_before_Slack_refuses_it(string what, int length, bool fits)
    {
        var (verb, value) = what == "verb" ? (new string('v', length), "") : ("v", new string('v', length));
        var card = new Card("s", [new ActionSet([new Button(verb, "Press", value)])], new Origin("partnership|" + new string('p', 26), "c", 1));
        if (!fits) Assert.Throws<ArgumentException>(() => DrawnCards.Draw(card));
        else Assert.InRange(JsonNode.Parse(DrawnCards.Draw(card).Span)!["blocks"]![0]!["elements"]![0]!["value"]!.GetValue<string>().Length, 1, 2_000);
    }

    [Fact]
    public void A_person_cannot_call_a_whole_channel_or_dress_up_their_words()
    {
        const string sly = "<!channel> *bold* _it_ `code` :tada: <https://evil.example|your bank>";
        var drawn = Encoding.UTF8.GetString(DrawnCards.Draw(new Card(sly, [new TextBlock(sly), new TextBlock(sly, TextStyle.Small), new FactSet([new Fact("Says", sly)])])).Span);
        Assert.DoesNotContain("mrkdwn", drawn, StringComparison.Ordinal);
        Assert.StartsWith("&lt;!channel&gt;", JsonNode.Parse(drawn)!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
