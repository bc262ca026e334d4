using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Packs;

/// <summary>A question pack as it is written in its file. Every member is required and no other is allowed.</summary>
sealed record PackFile(Placed Id, Placed Version, string Language, IReadOnlyList<ScaleEntry> Scales, IReadOnlyList<QuestionEntry> Questions);

sealed record ScaleEntry(Placed Id, IReadOnlyList<string> Labels, string DontKnow, string RatherNot, bool WordsOnly);

sealed record QuestionEntry(Placed Id, string Dimension, string Text, Placed Scale, bool FreeText, Placed Skip);

/// <summary>A text or whole number, and where it stands in the file, in bytes from its start.</summary>
[JsonConverter(typeof(PlacedConverter))]
readonly record struct Placed(string Text, long At);

sealed class PlacedConverter : JsonConverter<Placed>
{
    public override Placed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new Placed(reader.GetString()!, reader.TokenStartIndex),
        JsonTokenType.Number => new Placed(reader.GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), reader.TokenStartIndex),
        _ => throw new JsonException("A text or a whole number is expected here."),
    };

    public override void Write(Utf8JsonWriter writer, Placed value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(PackFile))]
sealed partial class PackJson : JsonSerializerContext;
