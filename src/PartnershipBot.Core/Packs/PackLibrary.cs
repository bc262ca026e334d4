namespace PartnershipBot.Core.Packs;

/// <summary>The question packs that come with the bot, read once.</summary>
public static class PackLibrary
{
    static readonly Lazy<IReadOnlyDictionary<(string Id, int Version), Pack>> Packs = new(ReadAll);

    /// <summary>The short check-in: two or three ratings, and one thing that would help.</summary>
    public static Pack Pulse => Find("pulse", 1);

    /// <exception cref="InvalidOperationException">There is no such pack.</exception>
    public static Pack Find(string id, int version) => Packs.Value.TryGetValue((id, version), out var pack)
        ? pack
        : throw new InvalidOperationException($"Question pack '{id}' version {version} is not in Packs. A round that names it needs it: add the file back.");

    static Dictionary<(string, int), Pack> ReadAll()
    {
        var assembly = typeof(PackLibrary).Assembly;
        var packs = new Dictionary<(string, int), Pack>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            var pack = PackReader.Read(name, json);
            packs.Add((pack.Id, pack.Version), pack);
        }
        return packs;
    }
}
