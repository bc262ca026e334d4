using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Cards;

/// <summary>Something to read and press. All text is plain: a person's words are never parsed as markup.</summary>
/// <param name="Summary">The card in one sentence, for notifications, screen readers and clients that cannot draw it.</param>
/// <param name="Origin">Where a press comes back to; null until the turn that shows the card sets it.</param>
public sealed record Card(string Summary, IReadOnlyList<CardElement> Elements, Origin? Origin = null);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(FactSet), "facts")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(ActionSet), "actions")]
public abstract record CardElement;

/// <param name="Text">At most <see cref="CardLimits.Text"/> characters; a heading at most <see cref="CardLimits.Heading"/>.</param>
public sealed record TextBlock(string Text, TextStyle Style = TextStyle.Normal) : CardElement;

public enum TextStyle { Normal, Heading, Small }

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

public sealed record Fact(string Name, string Value);

public sealed record Divider : CardElement;

/// <param name="Alt">What the picture shows, in words; required.</param>
public sealed record Picture(Uri Url, string Alt) : CardElement;

/// <summary>Up to <see cref="CardLimits.Actions"/> buttons and links, the most likely first.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record CardAction(string Label);

/// <param name="Verb">What the press asks for; see Routes.</param>
/// <param name="Value">Comes back with the press, as <c>Activity.Value</c>; at most <see cref="CardLimits.Value"/> characters.</param>
public sealed record Button(string Verb, string Label, string Value = "", ButtonStyle Style = ButtonStyle.Normal) : CardAction(Label);

public enum ButtonStyle { Normal, Primary, Danger }

/// <summary>Opens an address; nothing comes back.</summary>
public sealed record Link(string Label, Uri Url) : CardAction(Label);
