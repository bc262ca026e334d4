using PartnershipBot.Playground.Shapes;
using static PartnershipBot.Playground.Shapes.Shape;

namespace PartnershipBot.Playground.Teams;

/// <summary>The shapes of Adaptive Cards 1.5: elements, inputs and actions with the properties that Teams knows.</summary>
internal static class AdaptiveCardElements
{
    const int Longest = 10_000, Most = 100;

    static readonly Check AnyElement = Tagged(() => Elements!, "an element");
    static readonly Check AnyAction = Tagged(() => Actions!, "an action");
    static readonly Check Selected = Tagged(() => Selectable!, "a select action");
    static readonly Check Colour = Word("default", "dark", "light", "accent", "good", "warning", "attention");
    static readonly Check Across = Word("left", "center", "right");
    static readonly Check Down = Word("top", "center", "bottom");
    static readonly Check Size = Word("default", "small", "medium", "large", "extraLarge");
    static readonly Check Weight = Word("default", "lighter", "bolder");
    static readonly Check Font = Word("default", "monospace");
    static readonly Check Background = Word("default", "emphasis", "good", "attention", "warning", "accent");
    static readonly Check Words = Text(Longest);
    static readonly Check MaybeWords = Text(Longest, 0);

    static readonly Field[] Every =
    [
        May("id", Words), May("spacing", Word("default", "none", "small", "medium", "large", "extraLarge", "padding")), May("separator", Flag),
        May("isVisible", Flag), May("height", Words), May("requires", Anything), May("targetWidth", Words),
        May("fallback", Either(AnyElement, OneOf("drop"))),
    ];

    static readonly Field[] Input =
    [
        Must("id", Words), Must("label", Words), May("isRequired", Flag), May("errorMessage", Words), .. Every.Where(field => field.Name is not "id"),
    ];

    static readonly Field[] Box =
    [
        May("selectAction", Selected), May("style", Background), May("verticalContentAlignment", Down), May("bleed", Flag), May("backgroundImage", Anything),
        May("minHeight", Words), May("rtl", Flag),
    ];

    static readonly Field[] Action =
    [
        Must("title", Words), May("id", Words), May("iconUrl", Words), May("style", Word("default", "positive", "destructive")), May("tooltip", Words),
        May("isEnabled", Flag), May("mode", Word("primary", "secondary")), May("requires", Anything), May("fallback", Either(AnyAction, OneOf("drop"))),
    ];

    static readonly Field[] Letters =
    [
        May("color", Colour), May("fontType", Font), May("isSubtle", Flag), May("size", Size), May("weight", Weight),
    ];

    static readonly Check Run = Object(
        [Kind("TextRun"), Must("text", Words), May("highlight", Flag), May("italic", Flag), May("strikethrough", Flag), May("underline", Flag),
            May("selectAction", Selected), .. Letters]);

    static readonly Check Column = Object(
        [May("type", OneOf("Column")), May("items", ListOf(AnyElement, Most, 0)), May("width", Either(Words, Number)), .. Box, .. Every]);

    static readonly Check Cell = Object([Kind("TableCell"), Must("items", ListOf(AnyElement, Most, 0)), .. Box]);

    static readonly Check TableRow = Object(
        Kind("TableRow"), Must("cells", ListOf(Cell, Most)), May("style", Background), May("horizontalCellContentAlignment", Across), May("verticalCellContentAlignment", Down));

    static readonly Check TableColumn = Object(
        May("type", OneOf("TableColumnDefinition")), May("width", Either(Words, Number)), May("horizontalCellContentAlignment", Across), May("verticalCellContentAlignment", Down));

    static readonly Check Choice = Object(Must("title", Words), Must("value", Words));

    static readonly Dictionary<string, Check> Elements = new()
    {
        ["TextBlock"] = Of("TextBlock", [Must("text", Words), May("horizontalAlignment", Across), May("maxLines", Whole(1, 1000)), May("wrap", Flag),
            May("style", Word("default", "heading")), .. Letters]),
        ["RichTextBlock"] = Of("RichTextBlock", [Must("inlines", ListOf(Either(Run, Words), Most)), May("horizontalAlignment", Across)]),
        ["Image"] = Of("Image", [Must("url", Text(3_000)), Must("altText", Words), May("backgroundColor", Words), May("horizontalAlignment", Across),
            May("selectAction", Selected), May("size", Word("auto", "stretch", "small", "medium", "large")), May("style", Word("default", "person")),
            May("width", Words), May("msTeams", Object(May("allowExpand", Flag)))]),
        ["ImageSet"] = Of("ImageSet", [Must("images", ListOf(AnyElement, Most)), May("imageSize", Word("auto", "stretch", "small", "medium", "large"))]),
        ["Container"] = Of("Container", [Must("items", ListOf(AnyElement, Most, 0)), .. Box]),
        ["ColumnSet"] = Of("ColumnSet", [May("columns", ListOf(Column, Most)), May("selectAction", Selected), May("style", Background), May("bleed", Flag),
            May("minHeight", Words), May("horizontalAlignment", Across)]),
        ["FactSet"] = Of("FactSet", [Must("facts", ListOf(Object(Must("title", Words), Must("value", MaybeWords)), Most))]),
        ["ActionSet"] = Of("ActionSet", [Must("actions", ListOf(AnyAction, Most))]),
        ["Table"] = Of("Table", [Must("columns", ListOf(TableColumn, Most)), Must("rows", ListOf(TableRow, Most, 0)), May("firstRowAsHeader", Flag),
            May("firstRowAsHeaders", Flag), May("showGridLines", Flag), May("gridStyle", Background), May("horizontalCellContentAlignment", Across),
            May("verticalCellContentAlignment", Down)]),
        ["Input.Text"] = Asks("Input.Text", [May("isMultiline", Flag), May("maxLength", Whole(0, Longest)), May("placeholder", Words), May("regex", Words),
            May("style", Word("text", "tel", "url", "email", "password")), May("inlineAction", Selected), May("value", MaybeWords)]),
        ["Input.Number"] = Asks("Input.Number", [May("min", Number), May("max", Number), May("placeholder", Words), May("value", Number)]),
        ["Input.Date"] = Asks("Input.Date", [May("min", Words), May("max", Words), May("placeholder", Words), May("value", MaybeWords)]),
        ["Input.Time"] = Asks("Input.Time", [May("min", Words), May("max", Words), May("placeholder", Words), May("value", MaybeWords)]),
        ["Input.Toggle"] = Asks("Input.Toggle", [Must("title", Words), May("value", Words), May("valueOn", Words), May("valueOff", Words), May("wrap", Flag)]),
        ["Input.ChoiceSet"] = Asks("Input.ChoiceSet", [Must("choices", ListOf(Choice, Most)), May("isMultiSelect", Flag),
            May("style", Word("compact", "expanded", "filtered")), May("value", MaybeWords), May("placeholder", Words), May("wrap", Flag)]),
    };

    static readonly Dictionary<string, Check> Selectable = new()
    {
        ["Action.Execute"] = Acts("Action.Execute", [May("verb", Words), May("data", Anything), May("associatedInputs", Word("auto", "none"))]),
        ["Action.Submit"] = Acts("Action.Submit", [May("data", Anything), May("associatedInputs", Word("auto", "none")), May("msTeams", Anything)]),
        ["Action.OpenUrl"] = Acts("Action.OpenUrl", [Must("url", Matching("^(https?|mailto|tel):", "an address"))]),
        ["Action.ToggleVisibility"] = Acts("Action.ToggleVisibility", [Must("targetElements", ListOf(Anything, Most))]),
    };

    static readonly Dictionary<string, Check> Actions = new(Selectable)
    {
        ["Action.ShowCard"] = Acts("Action.ShowCard", [Must("card", (value, at, wrong) => Inner!(value, at, wrong))]),
    };

    static readonly Check Refresh = Object(
        Must("action", Tagged(() => Selectable!, "an action")), May("userIds", ListOf(Words, 60, 0)), May("expires", Words));

    static readonly Field[] CardFields =
    [
        Kind("AdaptiveCard"), May("$schema", Words), May("body", ListOf(AnyElement, Most, 0)), May("actions", ListOf(AnyAction, Most, 0)),
        May("fallbackText", Words), May("speak", Words), May("lang", Words), May("metadata", Anything), May("authentication", Anything), May("refresh", Refresh),
        May("msteams", Object(May("width", Word("Full")), May("entities", ListOf(Anything, Most, 0)))), .. Box,
    ];

    static readonly Check Inner = Object([May("version", OneOf("1.5")), .. CardFields]);

    /// <summary>A whole card.</summary>
    public static readonly Check Card = Object([Must("version", OneOf("1.5")), .. CardFields]);

    static Field Kind(string type) => Must("type", OneOf(type));

    static Check Of(string type, Field[] fields) => Object([Kind(type), .. Every.Where(common => fields.All(field => field.Name != common.Name)), .. fields]);

    static Check Asks(string type, Field[] fields) => Object([Kind(type), .. Input, .. fields]);

    static Check Acts(string type, Field[] fields) => Object([Kind(type), .. Action, .. fields]);
}
