namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>What a person sees of one card or form, whatever drew it.</summary>
/// <param name="Lines">Its words in reading order; a fact is "name: value".</param>
/// <param name="Buttons">The words on everything that can be pressed.</param>
internal sealed record Screen(IReadOnlyList<string> Lines, IReadOnlyList<string> Buttons)
{
    public bool Says(string words) => Lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', [.. Lines, .. Buttons.Select(button => $"[{button}]")]);
}

/// <summary>Collects what is seen, from top to bottom.</summary>
internal sealed class ScreenWriter
{
    readonly List<string> lines = [], buttons = [];

    /// <param name="words">Each of its lines is one; empty ones are not seen.</param>
    public void Line(string words) => lines.AddRange(words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public void Button(string label) => buttons.Add(label);

    public Screen Done() => new(lines, buttons);
}
