using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>What a pressed button or a sent form brings.</summary>
/// <param name="Id">The id the button or form was drawn with.</param>
/// <param name="Letter">The row key of the letter that holds the button; null when it is in none.</param>
/// <param name="Inputs">The answers, by input id.</param>
internal sealed record DoorPost(string Verb, Origin? Origin, string Value, string Id, string? Letter, IReadOnlyDictionary<string, string> Inputs)
{
    public const string VerbField = "_verb";
    public const string OriginField = "_origin";
    public const string ValueField = "_value";
    public const string IdField = "_id";
    public const string LetterField = "_letter";

    static readonly HashSet<string> Own = new(StringComparer.Ordinal) { VerbField, OriginField, ValueField, IdField, LetterField };

    /// <returns>Null when a field that every button and form carries is missing or longer than we draw it.</returns>
    public static DoorPost? Read(IFormCollection form)
    {
        var verb = Field(form, VerbField);
        var id = Field(form, IdField);
        var value = Field(form, ValueField);
        var letter = Field(form, LetterField);
        if (verb.Length is 0 or > CardLimits.Verb || value.Length > CardLimits.Value) return null;
        if (id.Length is < 16 or > 64 || !id.All(char.IsAsciiLetterOrDigit)) return null;
        if (letter.Length > 0 && !IsLetter(letter)) return null;
        var inputs = form.Where(field => !Own.Contains(field.Key))
            .ToDictionary(field => field.Key, field => field.Value.Count > 0 ? field.Value[^1] ?? "" : "", StringComparer.Ordinal);
        return new DoorPost(verb, Origin.Parse(Field(form, OriginField)), value, id, letter.Length == 0 ? null : letter, inputs);
    }

    /// <summary>Whether the text can be a letter's row key.</summary>
    public static bool IsLetter(string text) =>
        text.Length <= 100 && text.StartsWith(Keys.LetterPrefix, StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '|');

    static string Field(IFormCollection form, string name) => form.TryGetValue(name, out var value) && value.Count > 0 ? value[0] ?? "" : "";
}
