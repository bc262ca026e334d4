using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PartnershipBot.Storage;

/// <summary>
/// The columns of a row as JSON that a person can read with the sqlite3 program: each name is prefixed with the letter of its type,
/// s string, l long, d double, b bool, t time in UTC, x bytes in base64. <c>{"s:Name":"Ada","l:Level":3,"t:Due":"2026-11-24T09:00:00Z"}</c>
/// </summary>
static class ColumnText
{
    const int NamesKept = 1024;

    static readonly object True = true;
    static readonly object False = false;

    // Relaxed: nothing here is ever put into HTML, and words in most scripts stay readable.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // The same few names come back in every row; a lost update only costs one more string.
    static readonly string?[] Names = new string?[NamesKept];

    [ThreadStatic] static Utf8JsonWriter? kept;

    public static void Write(IBufferWriter<byte> to, IReadOnlyDictionary<string, object> columns)
    {
        var json = kept ??= new Utf8JsonWriter(to, Options);
        json.Reset(to);
        json.WriteStartObject();
        Span<char> name = stackalloc char[2 + 255];
        name[1] = ':';
        foreach (var (column, value) in columns)
        {
            column.CopyTo(name[2..]);
            var tagged = name[..(2 + column.Length)];
            switch (value)
            {
                case string text:
                    name[0] = 's';
                    json.WriteString(tagged, text);
                    break;
                case long number:
                    name[0] = 'l';
                    json.WriteNumber(tagged, number);
                    break;
                case double number:
                    name[0] = 'd';
                    if (double.IsFinite(number)) json.WriteNumber(tagged, number);
                    else json.WriteString(tagged, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                    break;
                case bool flag:
                    name[0] = 'b';
                    json.WriteBoolean(tagged, flag);
                    break;
                case DateTimeOffset time:
                    name[0] = 't';
                    json.WriteString(tagged, time.UtcDateTime);
                    break;
                case byte[] bytes:
                    name[0] = 'x';
                    json.WriteBase64String(tagged, bytes);
                    break;
                default:
                    throw new ArgumentException($"Column '{column}' has a type that no store keeps.", nameof(columns));
            }
        }
        json.WriteEndObject();
        json.Flush();
    }

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static Dictionary<string, object> Read(ReadOnlySpan<byte> text)
    {
        var columns = new Dictionary<string, object>(8);
        var json = new Utf8JsonReader(text);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var tag = json.ValueSpan[0];
            var name = Name(json.ValueSpan[2..]);
            json.Read();
            columns.Add(name, tag switch
            {
                (byte)'s' => json.GetString()!,
                (byte)'l' => json.GetInt64(),
                (byte)'d' when json.TokenType == JsonTokenType.Number => json.GetDouble(),
                (byte)'d' when json.ValueTextEquals("NaN"u8) => double.NaN,
                (byte)'d' => json.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity : double.NegativeInfinity,
                (byte)'b' => json.TokenType == JsonTokenType.True ? True : False,
                (byte)'t' => json.GetDateTimeOffset(),
                (byte)'x' => json.GetBytesFromBase64(),
                _ => throw new JsonException($"Column '{name}' has the unknown type '{(char)tag}'."),
            });
        }
        return columns;
    }

    static string Name(ReadOnlySpan<byte> ascii)
    {
        var hash = ascii.Length;
        foreach (var letter in ascii) hash = hash * 31 + letter;
        ref var slot = ref Names[hash & (NamesKept - 1)];
        var name = slot;
        if (name is not null && Ascii.Equals(ascii, name)) return name;
        return slot = Encoding.ASCII.GetString(ascii);
    }
}
