using System.Text;

namespace PartnershipBot.Acceptance.Tests.Text;

/// <param name="Text">What is between the quotes, as written; <see cref="Literals.Hole"/> stands for each hole of an interpolated one.</param>
/// <param name="Line">From 1.</param>
/// <param name="Before">The code of the same statement that stands before it, without its literals.</param>
internal sealed record Literal(string Text, int Line, string Before);

/// <summary>Finds the string literals of C# source text: plain, verbatim, raw and interpolated, those inside holes included.</summary>
internal sealed class Literals
{
    public const char Hole = '\u0001';

    readonly string source;
    readonly List<Literal> found = [];
    readonly StringBuilder statement = new();
    int at;

    Literals(string source) => this.source = source;

    /// <summary>In the order in which they end.</summary>
    public static IReadOnlyList<Literal> In(string source)
    {
        var scan = new Literals(source);
        scan.Code(untilBrace: false);
        return scan.found;
    }

    void Code(bool untilBrace)
    {
        var depth = 0;
        while (at < source.Length)
        {
            if (Skip("//", "\n") || Skip("/*", "*/") || Character() || Text()) continue;
            var c = source[at];
            if (untilBrace && depth == 0 && c == '}') return;
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (!untilBrace && c is ';' or '{' or '}') statement.Clear();
            else statement.Append(c);
            at++;
        }
    }

    bool Skip(string start, string end)
    {
        if (string.CompareOrdinal(source, at, start, 0, start.Length) != 0) return false;
        var stop = source.IndexOf(end, at + start.Length, StringComparison.Ordinal);
        at = stop < 0 ? source.Length : stop + end.Length;
        return true;
    }

    bool Character()
    {
        if (source[at] != '\'') return false;
        at += source[at + 1] == '\\' ? 3 : 2;
        while (at < source.Length && source[at] != '\'') at++;
        at++;
        return true;
    }

    bool Text()
    {
        var start = at;
        while (start < source.Length && source[start] is '$' or '@') start++;
        if (start >= source.Length || source[start] != '"') return false;
        var (dollars, verbatim) = (source[at..start].Count(c => c == '$'), source[at..start].Contains('@', StringComparison.Ordinal));
        var quotes = Run(start, '"');
        at = start;
        var (line, before) = (1 + source.AsSpan(0, at).Count('\n'), statement.ToString());
        if (quotes == 2 && !verbatim) { at += 2; return true; }
        var text = quotes >= 3 && !verbatim ? Raw(quotes, dollars) : Quoted(verbatim, dollars > 0);
        found.Add(new(text, line, before));
        return true;
    }

    string Quoted(bool verbatim, bool holes)
    {
        var text = new StringBuilder();
        for (at++; at < source.Length && source[at] != '"' || (verbatim && Run(at, '"') >= 2); at++)
        {
            if (source[at] == '\\' && !verbatim) at++;
            else if (verbatim && source[at] == '"') at++;
            else if (holes && source[at] is '{' or '}' && Run(at, source[at]) >= 2) at++;
            else if (holes && source[at] == '{') { Fill(text, 1); continue; }
            text.Append(source[at]);
        }
        at++;
        return text.ToString();
    }

    string Raw(int quotes, int dollars)
    {
        var text = new StringBuilder();
        for (at += quotes; at < source.Length && Run(at, '"') < quotes; at++)
        {
            if (dollars > 0 && Run(at, '{') >= dollars) Fill(text, dollars);
            else text.Append(source[at]);
        }
        at += quotes;
        return text.ToString();
    }

    // Leaves at on the last brace that closes the hole.
    void Fill(StringBuilder text, int braces)
    {
        at += braces;
        Code(untilBrace: true);
        at += braces - 1;
        text.Append(Hole);
    }

    int Run(int from, char c)
    {
        var end = from;
        while (end < source.Length && source[end] == c) end++;
        return end - from;
    }
}
