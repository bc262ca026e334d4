namespace PartnershipBot.Core.Packs;

/// <summary>The question packs that come with the bot, and those that its host has put beside them.</summary>
public static class PackLibrary
{
    public const string PulseId = "pulse";

    static readonly Lazy<PackShelf> BuiltIn = new(() => PackShelf.Empty.With(Embedded()));
    static volatile PackShelf? withOwn;

    /// <summary>The short check-in: two or three ratings, and one thing that would help.</summary>
    public static Pack Pulse => Newest(PulseId)!;

    /// <summary>The long check-in: 14 ratings in 8 dimensions.</summary>
    public static Pack Full => Newest("full")!;

    /// <summary>What one organisation says about another, when it has worked with it.</summary>
    public static Pack Pair => Newest("pair")!;

    /// <summary>How somebody's organisation came to be here, and whether they would stay.</summary>
    public static Pack Joining => Newest("joining")!;

    static PackShelf Shelf => withOwn ?? BuiltIn.Value;

    /// <exception cref="InvalidOperationException">There is no such pack.</exception>
    public static Pack Find(string id, int version) => Shelf.Find(id, version)
        ?? throw new InvalidOperationException($"Question pack '{id}' version {version} is not in Packs. A round that names it needs it: add the file back.");

    /// <returns>The newest version; null when there is no such pack.</returns>
    public static Pack? Newest(string id) => Shelf.Newest(id);

    /// <returns>The scale as the packs have it, in the language when they are written in it.</returns>
    /// <exception cref="InvalidOperationException">No pack has it.</exception>
    public static Scale Scale(string id, string language) =>
        Shelf.Packs.SelectMany(pack => pack.In(language).Scales).FirstOrDefault(scale => scale.Id == id)
        ?? throw new InvalidOperationException($"Scale '{id}' is in no question pack. A question that names it needs it.");

    /// <summary>Puts an organisation's own packs beside those that come with the bot, in place of any that were put there before. Called once, before anybody is let in.</summary>
    /// <param name="files">Name, for messages, and UTF-8 JSON.</param>
    /// <exception cref="PackException">Says what is wrong, in which file, and in which line and column. Nothing was changed.</exception>
    public static void Add(IEnumerable<(string Name, byte[] Json)> files) => withOwn = BuiltIn.Value.With(files);

    static IEnumerable<(string Name, byte[] Json)> Embedded()
    {
        var assembly = typeof(PackLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            yield return (name, json);
        }
    }
}
