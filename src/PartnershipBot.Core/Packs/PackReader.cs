using System.Globalization;
using System.Text.Json;

namespace PartnershipBot.Core.Packs;

/// <summary>Reads question packs strictly: what is not understood is refused, with its place.</summary>
public static class PackReader
{
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="PackException">Says what is wrong, in which file, and in which line and column.</exception>
    public static Pack Read(string name, ReadOnlySpan<byte> json)
    {
        PackFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, PackJson.Default.PackFile)
                ?? throw new PackException("The pack is null. Write an object.", name, 1, 1);
        }
        catch (JsonException wrong)
        {
            throw new PackException(wrong.Message.Split(" Path:")[0], name, (int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1, wrong);
        }
        return new Reading(name, json.ToArray()).Pack(file);
    }

    sealed class Reading(string name, byte[] json)
    {
        public Pack Pack(PackFile file)
        {
            Id(file.Id, "pack");
            if (!int.TryParse(file.Version.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
                throw Wrong($"Version '{file.Version.Text}' must be a whole number from 1.", file.Version);

            var scales = new Dictionary<string, Scale>(StringComparer.Ordinal);
            foreach (var entry in file.Scales)
                if (!scales.TryAdd(Id(entry.Id, "scale"), Scale(entry)))
                    throw Wrong($"Scale '{entry.Id.Text}' is there twice. Give each its own id.", entry.Id);

            var questions = new Dictionary<string, Question>(StringComparer.Ordinal);
            foreach (var entry in file.Questions)
                if (!questions.TryAdd(Id(entry.Id, "question"), Question(entry, scales)))
                    throw Wrong($"Question '{entry.Id.Text}' is there twice. Give each its own id.", entry.Id);
            if (questions.Count == 0) throw Wrong($"Pack '{file.Id.Text}' has no questions. Add one.", file.Id);
            return new Pack(file.Id.Text, version, file.Language, [.. questions.Values]);
        }

        Scale Scale(ScaleEntry entry)
        {
            if (entry.Labels.Count != Packs.Scale.Highest)
                throw Wrong($"Scale '{entry.Id.Text}' has {entry.Labels.Count} labels; it must have {Packs.Scale.Highest}, from low to high.", entry.Id);
            if (entry.Labels.Append(entry.DontKnow).Append(entry.RatherNot).Any(string.IsNullOrWhiteSpace))
                throw Wrong($"Scale '{entry.Id.Text}' has an answer without words. Write them.", entry.Id);
            return new Scale(entry.Id.Text, entry.Labels, entry.DontKnow, entry.RatherNot, entry.WordsOnly);
        }

        Question Question(QuestionEntry entry, Dictionary<string, Scale> scales)
        {
            if (string.IsNullOrWhiteSpace(entry.Text)) throw Wrong($"Question '{entry.Id.Text}' has no words. Write them.", entry.Id);
            if (!Enum.TryParse<Skip>(entry.Skip.Text, out var skip) || skip.ToString() != entry.Skip.Text)
                throw Wrong($"Skip '{entry.Skip.Text}' of question '{entry.Id.Text}' must be one of: {string.Join(", ", Enum.GetNames<Skip>())}.", entry.Skip);
            if (entry.FreeText && entry.Scale.Text.Length > 0)
                throw Wrong($"Question '{entry.Id.Text}' is free text, so its scale must be empty.", entry.Scale);
            if (entry.FreeText) return new Question(entry.Id.Text, entry.Dimension, entry.Text, null, skip);
            return scales.TryGetValue(entry.Scale.Text, out var scale)
                ? new Question(entry.Id.Text, entry.Dimension, entry.Text, scale, skip)
                : throw Wrong($"Scale '{entry.Scale.Text}' of question '{entry.Id.Text}' is not in this pack. Add it to 'scales'.", entry.Scale);
        }

        /// <summary>Ids become the names of inputs and of rows.</summary>
        string Id(Placed id, string what) => id.Text.Length is > 0 and <= 20 && id.Text.All(char.IsAsciiLetterOrDigit)
            ? id.Text
            : throw Wrong($"The id '{id.Text}' of a {what} must be 1 to 20 letters and digits.", id);

        PackException Wrong(string what, Placed place)
        {
            var before = json.AsSpan(0, (int)place.At);
            return new PackException(what, name, before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
        }
    }
}

/// <summary>A question pack that cannot be used as it is.</summary>
/// <param name="what">What is wrong and what to do.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in bytes.</param>
public sealed class PackException(string what, string file, int line, int column, Exception? inner = null)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: {what}"), inner)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
