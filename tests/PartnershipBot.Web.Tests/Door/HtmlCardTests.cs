using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PartnershipBot.Core.Cards;
using PartnershipBot.Web.Door;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>Cards and forms drawn as HTML.</summary>
public sealed class HtmlCardTests
{
    const string Hostile = "<script>alert(1)</script>\" onload='x' &amp; </textarea>";

    static readonly Drawing Drawing = new("/me/abc", new Uri("https://bot.example"), () => "0123456789abcdef");

    [Fact]
    public void A_person_s_words_are_never_markup()
    {
        var card = new Card(Hostile,
        [
            new TextBlock(Hostile), new TextBlock(Hostile, TextStyle.Heading), new TextBlock(Hostile, TextStyle.Small),
            new FactSet([new Fact(Hostile, Hostile)]), new Picture(new Uri("https://bot.example/media/a"), Hostile),
            new ActionSet([new Button(Hostile, Hostile, Hostile), new Link(Hostile, new Uri("https://bot.example/"))]),
        ], new Origin(Hostile));
        var form = new Form(Hostile, Hostile,
        [
            new FormNote(Hostile), new TextInput("a", Hostile, Hostile) { Given = Hostile }, new TextInput("b", Hostile, Multiline: true) { Given = Hostile },
            new DateInput("c", Hostile) { Given = Hostile }, new ChoiceInput("d", Hostile, [new(Hostile, Hostile)]),
        ], Hostile, Hostile);
        foreach (var html in new[] { Write(HtmlCard.Draw(card, Drawing, 1, Hostile)), Write(HtmlForm.Draw(form, [new InputError("a", Hostile)], Drawing)) })
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\" onload", html, StringComparison.Ordinal);
            Assert.DoesNotContain("& ", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_element_of_a_card_is_drawn()
    {
        var html = Write(HtmlCard.Draw(new Card("Summary words",
        [
            new TextBlock("Heading words", TextStyle.Heading), new TextBlock("Second heading", TextStyle.Heading), new TextBlock("Plain words"), new TextBlock("Small words", TextStyle.Small),
            new FactSet([new Fact("Name words", "Value words")]), new Divider(), new Picture(new Uri("https://bot.example/media/a?b=1"), "Alt words"),
            new ActionSet([new Button("the.verb", "Press words", "the value", ButtonStyle.Danger), new Link("Link words", new Uri("https://x.example/"))]),
        ], new Origin("partnership|p1", "c1", 2)), Drawing, 2, "letter|1|a"));

        string[] parts =
        [
            "aria-label=\"Summary words\"", "<h2>Heading words</h2>", "<h3>Second heading</h3>", ">Plain words</p>", "small\">Small words", "<dt>Name words</dt>", ">Value words</dd>", "<hr",
            "alt=\"Alt words\"", "src=\"/media/a?b=1\"", "value=\"the.verb\"", "value=\"the value\"", "value=\"partnership|p1~c1~2\"", "value=\"0123456789abcdef\"", "value=\"letter|1|a\"",
            "button danger", ">Press words</button>", "href=\"https://x.example/\"", ">Link words</a>", "action=\"/me/abc\"",
        ];
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void A_link_that_would_run_script_is_only_words(string url)
    {
        var html = Write(HtmlCard.Draw(new Card("S", [new ActionSet([new Link("Press me", new Uri(url))])]), Drawing, 1));
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.Contains("Press me", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_label_hint_and_mistake_is_tied_to_its_input()
    {
        var html = Write(HtmlForm.Draw(DoorFlows.Question, [new InputError("rating", "Choose one."), new InputError("why", "Say why.")], Drawing));

        string[] parts =
        [
            "<a href=\"#input-rating-0\">Choose one.</a>", "<a href=\"#input-why\">Say why.</a>",
            "aria-describedby=\"input-rating-hint input-rating-error0\"", "<label for=\"input-rating-0\">Hard</label>", "id=\"input-why-error0\"",
            "aria-describedby=\"input-why-hint input-why-error0\"", "<label for=\"input-by\">", "<label for=\"input-partner\">", "<select", "type=\"date\"", "maxlength=\"500\"", "role=\"alert\"",
        ];
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Equal(3, html.Split("type=\"radio\"").Length - 1);
        Assert.True(html.IndexOf("role=\"alert\"", StringComparison.Ordinal) < html.IndexOf("<h1>", StringComparison.Ordinal));
    }

    [Fact]
    public void An_open_choice_that_may_be_left_out_has_a_way_back()
    {
        var html = Write(HtmlForm.Draw(new Form("v", "T", [new ChoiceInput("a", "A", [new("1", "One")], Required: false) { Given = "1" }], "Send"), [], Drawing));
        Assert.Contains(">No answer</label>", html, StringComparison.Ordinal);
        Assert.Single(html.Split('<'), tag => tag.Contains("checked", StringComparison.Ordinal) && tag.Contains("value=\"1\"", StringComparison.Ordinal));
    }

    static string Write(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
