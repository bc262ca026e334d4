using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Teams;

/// <summary>What a button carries there and back, beside the inputs of the card.</summary>
internal static class CardData
{
    const string VerbName = "_verb", OriginName = "_origin", ValueName = "_value", PlatformName = "msteams";

    /// <param name="verb">Null where the action has a verb of its own.</param>
    public static void Write(Utf8JsonWriter json, string? verb, string value, Origin? origin)
    {
        json.WriteStartObject("data");
        if (verb is not null) json.WriteString(VerbName, verb);
        if (origin is not null) json.WriteString(OriginName, origin.ToString());
        if (value.Length > 0) json.WriteString(ValueName, value);
        json.WriteEndObject();
    }

    public static string Verb(JsonElement data) => data.Text(VerbName);

    public static string Value(JsonElement data) => data.Text(ValueName);

    public static Origin? Origin(JsonElement data) => Core.Cards.Origin.Parse(data.Text(OriginName));

    public static IReadOnlyDictionary<string, string> Inputs(JsonElement data)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in data.Texts())
            if (name is not (VerbName or OriginName or ValueName or PlatformName)) inputs[name] = text;
        return inputs;
    }
}
