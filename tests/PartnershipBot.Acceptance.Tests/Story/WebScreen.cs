using System.Xml.Linq;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Reads a page of the Door as a person reads it in a browser without script.</summary>
internal static class WebScreen
{
    /// <summary>What stands between the page's <c>main</c> tags. The Door writes it so that it is XML too.</summary>
    public static XElement BodyOf(string html)
    {
        var (start, end) = (html.IndexOf("<main", StringComparison.Ordinal), html.IndexOf("</main>", StringComparison.Ordinal));
        if (start < 0 || end < 0) throw new InvalidOperationException($"The page has no main part:\n{html}");
        return XElement.Parse(html[start..(end + "</main>".Length)]);
    }

    /// <summary>Each card of the page, the newest letter last; a page without cards is one screen.</summary>
    public static IReadOnlyList<Screen> Of(XElement main)
    {
        var letters = main.Descendants("section").Reverse().SelectMany(section => section.Descendants("article"));
        var others = main.Descendants("article").Where(article => article.Parent!.Name != "section");
        XElement[] cards = [.. others, .. letters];
        return [.. (cards.Length == 0 ? [main] : cards).Select(Read)];
    }

    /// <summary>Every question of a form: the words that ask, the field's name, and its choices from words to value.</summary>
    public static IReadOnlyList<(string Label, string Name, IReadOnlyDictionary<string, string> Choices)> InputsOf(XElement form) =>
        [.. form.Descendants("div").Where(div => Css(div) is "input" or "input wrong").Select(InputOf)];

    public static string Label(XElement form) => form.Descendants("button").First().Value;

    /// <summary>What a browser sends of the form before anybody has touched it.</summary>
    public static Dictionary<string, string> Untouched(XElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Descendants().Where(element => element.Attribute("name") is not null))
        {
            if ((string?)element.Attribute("type") == "radio" && element.Attribute("checked") is null) continue;
            fields[(string)element.Attribute("name")!] = element.Name == "textarea" ? element.Value.TrimStart('\n') : (string?)element.Attribute("value") ?? "";
        }
        return fields;
    }

    static (string, string, IReadOnlyDictionary<string, string>) InputOf(XElement div)
    {
        var asks = (div.Descendants("legend").FirstOrDefault() ?? div.Descendants("label").First()).Value;
        var fields = div.Descendants().Where(element => element.Attribute("name") is not null).ToList();
        var choices = fields.Where(field => (string?)field.Attribute("type") == "radio").ToDictionary(
            radio => radio.Parent!.Element("label")!.Value, radio => (string)radio.Attribute("value")!);
        return (asks, (string)fields[0].Attribute("name")!, choices);
    }

    static Screen Read(XElement card)
    {
        var seen = new ScreenWriter();
        foreach (var element in card.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "h1" or "h2" or "h3" or "h4" or "p" or "legend" or "label": seen.Line(element.Value); break;
                case "div" when element.Element("dt") is { } name: seen.Line($"{name.Value}: {element.Element("dd")!.Value}"); break;
                case "button": seen.Button(element.Value); break;
                case "a" when Css(element).StartsWith("button", StringComparison.Ordinal): seen.Button(element.Value); break;
                default: break;
            }
        }
        return seen.Done();
    }

    static string Css(XElement element) => (string?)element.Attribute("class") ?? "";
}
