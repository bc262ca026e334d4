using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PartnershipBot.Benchmarks.Load;

/// <summary>A text with places for a person, a moment and a number, so that no two requests are alike and none costs more to make than to copy.</summary>
internal sealed class Template
{
    const string Person = "UUUUUUUU", Second = "SSSSSSSSSS", Number = "CCCCCC", Time = "TTTTTTTTTTTTTTTTTTTT";

    readonly byte[] text;
    readonly List<(int At, string Mark)> places = [];

    public Template(string text)
    {
        this.text = Encoding.UTF8.GetBytes(text);
        foreach (var mark in (string[])[Person, Second, Number, Time])
            for (var at = 0; this.text.AsSpan(at).IndexOf(Encoding.UTF8.GetBytes(mark)) is >= 0 and var found; at += found + mark.Length)
                places.Add((at + found, mark));
    }

    public int Length => text.Length;

    /// <param name="number">Its last six digits are written.</param>
    public void Write(Span<byte> to, int person, long number, DateTimeOffset now)
    {
        text.CopyTo(to);
        foreach (var (at, mark) in places)
        {
            var place = to.Slice(at, mark.Length);
            _ = mark switch
            {
                Person => Digits(place, person),
                Second => Digits(place, now.ToUnixTimeSeconds()),
                Number => Digits(place, number % 1_000_000),
                _ => now.UtcDateTime.TryFormat(place, out _, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            };
        }
    }

    public static bool Digits(Span<byte> to, long number) => Utf8Formatter.TryFormat(number, to, out _, new System.Buffers.StandardFormat('D', (byte)to.Length));

    /// <summary>A payload of this program, on one line.</summary>
    public static string Payload(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream($"PartnershipBot.Benchmarks.Payloads.{name}.json")!;
        return System.Text.Json.Nodes.JsonNode.Parse(stream)!.ToJsonString();
    }
}
