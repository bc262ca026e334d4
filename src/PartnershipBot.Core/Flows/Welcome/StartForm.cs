using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The form that a partnership begins with.</summary>
internal static class StartForm
{
    public const int MostOthers = 11;

    /// <summary>An organisation's name is also a choice and a label.</summary>
    public const int LongestOrganisation = CardLimits.ChoiceText;
    public const int LongestName = 80;

    /// <summary>What kind of partner the creator's organisation is; each has words under <c>Start.Kind.</c>.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["partner", "money", "users"];

    static readonly char[] Breaks = ['\n', '\r', ';'];

    /// <summary>The id of the partnership this person would start now. Starting one moves it on: the same form sent twice makes one partnership.</summary>
    public static string NextId(Person person) => "p" + Keys.Hash($"{person.Id}|{person.SwitchedAt?.UtcTicks ?? 0}");

    public static Form Draw(Say say, Person person, string id) => new(
        "partnership.new",
        say["Start.Title"],
        [
            new FormNote(say["Start.Note"]),
            new TextInput("name", say["Start.Name"], say["Start.Name.Hint"], MaxLength: LongestName),
            new TextInput("own", say["Start.Own"], MaxLength: LongestOrganisation),
            new TextInput("others", say["Start.Others"], say["Start.Others.Hint"], Multiline: true, MaxLength: 1_000),
            new ChoiceInput("kind", say["Start.Kind"], [.. Kinds.Select(kind => new Choice(kind, say[$"Start.Kind.{kind}"]))]) { Given = Kinds[0] },
        ],
        say["Start.Submit"],
        id,
        Origin: new Origin(person.Partition));

    /// <returns>The form's answers, or null with the mistakes.</returns>
    public static (NewPartnership? New, IReadOnlyList<InputError> Errors) Read(Say say, Activity activity, Person person)
    {
        var errors = new List<InputError>();
        var name = OneLine(activity.Input("name"));
        var own = OneLine(activity.Input("own"));
        var others = Listed(activity.Input("others"));
        var kind = activity.Input("kind");

        if (name.Length == 0) errors.Add(new("name", say["Start.Name.Missing"]));
        else if (name.Length > LongestName) errors.Add(new("name", say["TooLong", name.Length, LongestName]));
        if (own.Length == 0) errors.Add(new("own", say["Start.Own.Missing"]));
        else if (own.Length > LongestOrganisation) errors.Add(new("own", say["TooLong", own.Length, LongestOrganisation]));

        if (others.Count == 0) errors.Add(new("others", say["Start.Others.Missing"]));
        else if (others.Count > MostOthers) errors.Add(new("others", say["Start.Others.TooMany", others.Count, MostOthers]));
        else if (others.FirstOrDefault(o => o.Length > LongestOrganisation) is { } tooLong) errors.Add(new("others", say["Start.Others.TooLong", Say.Short(tooLong, 30), LongestOrganisation]));
        else if (Twice([own, .. others]) is { } twice) errors.Add(new("others", say["Start.Others.Twice", twice]));
        if (!Kinds.Contains(kind, StringComparer.Ordinal)) errors.Add(new("kind", say["Start.Kind.Missing"]));

        return errors.Count > 0
            ? (null, errors)
            : (new NewPartnership(person.Id, person.Name, person.Zone, person.Language, name, own, kind, others), []);
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One a line; typed on a single line, commas do as well.</summary>
    static List<string> Listed(string text)
    {
        var lines = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 1) lines = lines[0].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Select(OneLine).Where(line => line.Length > 0)];
    }

    static string? Twice(IReadOnlyList<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)?.Key;
}
