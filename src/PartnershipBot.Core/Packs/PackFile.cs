using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Packs;

/// <summary>A question pack as it is written in its file: what is asked once, and its words in each language. Every member is required and no other is allowed.</summary>
sealed record PackFile(Placed Id, Placed Version, Placed Set, IReadOnlyList<ScaleEntry> Scales, IReadOnlyList<QuestionEntry> Questions, IReadOnlyDictionary<string, TextEntry> Texts);

/// <param name="DontKnow">What is kept for not knowing; empty when there is no such answer.</param>
sealed record ScaleEntry(Placed Id, IReadOnlyList<Placed> Values, bool Rated, Placed DontKnow, bool WordsOnly);

sealed record QuestionEntry(Placed Id, Placed Dimension, Placed Scale, bool FreeText, bool Reversed, Placed Skip, OnlyIfEntry? OnlyIf);

sealed record OnlyIfEntry(Placed Question, Placed AtLeast);

/// <summary>The words of one language, by the ids that they belong to.</summary>
sealed record TextEntry(
    Placed WhoSees, IReadOnlyDictionary<string, ScaleText> Scales, IReadOnlyDictionary<string, Placed> Dimensions, IReadOnlyDictionary<string, Placed> Questions);

sealed record ScaleText(IReadOnlyList<Placed> Labels, Placed DontKnow, Placed RatherNot);

/// <summary>A text or whole number, and where it stands in the file, in bytes from its start.</summary>
[JsonConverter(typeof(PlacedConverter))]
readonly record struct Placed(string Text, long At);

sealed class PlacedConverter : JsonConverter<Placed>
{
    public override Placed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new Placed(reader.GetString()!, reader.TokenStartIndex),
        JsonTokenType.Number when reader.TryGetInt32(out var whole) => new Placed(whole.ToString(System.Globalization.CultureInfo.InvariantCulture), reader.TokenStartIndex),
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
