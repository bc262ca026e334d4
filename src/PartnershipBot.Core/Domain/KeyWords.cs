namespace PartnershipBot.Core.Domain;

/// <summary>The words that a person's key of three words is made of.</summary>
public static class KeyWords
{
    /// <summary>1,024 short words, so that three of them are 30 bits.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    static List<string> Read()
    {
        using var file = typeof(KeyWords).Assembly.GetManifestResourceStream(typeof(KeyWords), "KeyWords.txt")
            ?? throw new InvalidOperationException("The words for keys, 'KeyWords.txt', are not in the program. Embed them.");
        using var reader = new StreamReader(file);
        var words = new List<string>();
        while (reader.ReadLine() is { } word) words.Add(word);
        return words.Count == 1_024 ? words : throw new InvalidOperationException($"'KeyWords.txt' has {words.Count} words; it must have 1,024.");
    }
}
