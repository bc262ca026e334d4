using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace PartnershipBot.Web.Door;

/// <summary>HTML elements whose words and attribute values are encoded when they are written out.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null) tag.AddCssClass(css);
        return tag;
    }

    /// <summary>An element without content, such as an input.</summary>
    public static TagBuilder Void(string name, string? css = null)
    {
        var tag = Tag(name, css);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder Hidden(string name, string value) => Void("input").With("type", "hidden").With("name", name).With("value", value);

    /// <param name="value">Null leaves the attribute out; the empty string writes it without a value's meaning, as for required.</param>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.MergeAttribute(attribute, value, replaceExisting: true);
        return tag;
    }

    public static TagBuilder If(this TagBuilder tag, bool so, string attribute) => so ? tag.With(attribute, "") : tag;

    public static TagBuilder Add(this TagBuilder tag, string words)
    {
        tag.InnerHtml.Append(words);
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, params IEnumerable<IHtmlContent?> parts)
    {
        foreach (var part in parts)
            if (part is not null) tag.InnerHtml.AppendHtml(part);
        return tag;
    }
}
