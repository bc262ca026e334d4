namespace PartnershipBot.Core.Packs;

/// <summary>Question packs that fit together: one id never has two wordings.</summary>
sealed class PackShelf
{
    public static readonly PackShelf Empty = new([]);

    readonly Dictionary<(string Id, int Version), Pack> packs = [];
    readonly Dictionary<(string Language, string Id), (Question Question, string Pack)> questions = [];

    PackShelf(IEnumerable<Pack> all)
    {
        foreach (var pack in all)
        {
            packs.Add((pack.Id, pack.Version), pack);
            foreach (var written in pack.Others.Prepend(pack))
                foreach (var question in written.Questions)
                    questions.TryAdd((written.Language, question.Id), (question, pack.Id));
        }
    }

    public IEnumerable<Pack> Packs => packs.Values;

    /// <exception cref="PackException">A file cannot be used, or does not fit to what is there.</exception>
    public PackShelf With(IEnumerable<(string Name, byte[] Json)> files) =>
        files.Aggregate(this, (shelf, file) => new PackShelf([.. shelf.Packs, PackReader.Read(file.Name, file.Json, shelf)]));

    public Pack? Find(string id, int version) => packs.GetValueOrDefault((id, version));

    /// <returns>The newest version; null when there is no such pack.</returns>
    public Pack? Newest(string id) => packs.Values.Where(pack => pack.Id == id).MaxBy(pack => pack.Version);

    /// <returns>The id of a pack that asks the question in other words, or takes other answers to it; null when none does.</returns>
    public string? Other(string language, Question question) =>
        questions.TryGetValue((language, question.Id), out var known) && !IsSame(known.Question, question) ? known.Pack : null;

    static bool IsSame(Question one, Question other) =>
        one.Text == other.Text && one.Dimension == other.Dimension && one.Reversed == other.Reversed
        && (one.Scale is null ? other.Scale is null : other.Scale is { } scale && one.Scale.Choices.SequenceEqual(scale.Choices));
}
