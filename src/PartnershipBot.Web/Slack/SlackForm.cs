using System.Buffers;
using System.Text;

namespace PartnershipBot.Web.Slack;

/// <summary>Reads fields of an <c>application/x-www-form-urlencoded</c> body where they lie.</summary>
internal readonly ref struct SlackForm(ReadOnlySpan<byte> body)
{
    readonly ReadOnlySpan<byte> body = body;

    /// <summary>The field's first value as it was sent, still encoded.</summary>
    /// <returns>False when there is no such field.</returns>
    public bool TryFind(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> encoded)
    {
        var rest = body;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'&');
            var field = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (field.Length <= name.Length || field[name.Length] != (byte)'=' || !field.StartsWith(name)) continue;
            encoded = field[(name.Length + 1)..];
            return true;
        }
        encoded = default;
        return false;
    }

    /// <returns>The field's first value, or the empty string when there is none.</returns>
    public string Text(ReadOnlySpan<byte> name)
    {
        if (!TryFind(name, out var encoded)) return "";
        var buffer = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            return Encoding.UTF8.GetString(buffer.AsSpan(0, Decode(encoded, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Undoes the encoding; a '%' that two hexadecimal digits do not follow stays as it is.</summary>
    /// <param name="decoded">At least as long as <paramref name="encoded"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> decoded)
    {
        var to = 0;
        while (!encoded.IsEmpty)
        {
            var plain = encoded.IndexOfAny((byte)'%', (byte)'+');
            if (plain < 0) plain = encoded.Length;
            encoded[..plain].CopyTo(decoded[to..]);
            to += plain;
            encoded = encoded[plain..];
            if (encoded.IsEmpty) break;

            var width = 1;
            if (encoded[0] == (byte)'+')
            {
                decoded[to++] = (byte)' ';
            }
            else if (encoded.Length >= 3 && Digit(encoded[1]) is var high and >= 0 && Digit(encoded[2]) is var low and >= 0)
            {
                decoded[to++] = (byte)((high << 4) | low);
                width = 3;
            }
            else
            {
                decoded[to++] = (byte)'%';
            }
            encoded = encoded[width..];
        }
        return to;
    }

    static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
