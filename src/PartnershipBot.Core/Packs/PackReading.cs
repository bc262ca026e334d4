using System.Globalization;

namespace PartnershipBot.Core.Packs;

/// <summary>Makes a pack of a file that has the right form, and refuses what does not fit together.</summary>
sealed class PackReading(string name, byte[] json, PackFile file, PackShelf shelf)
{
    static readonly string[] OneToFive = ["1", "2", "3", "4", "5"];

    readonly PackWords words = new((what, place) => Wrong(name, json, what, place), file);

    public Pack Read()
    {
        Id(file.Id, "pack");
        var version = Whole(file.Version, 1, $"Version '{file.Version.Text}'");
        if (shelf.Find(file.Id.Text, version) is not null) throw Wrong($"Pack '{file.Id.Text}' version {version} is there already. Give this one the next version.", file.Version);
        var set = Named<PackSet>(file.Set, "Set");
        CheckIds(file.Scales.Select(entry => entry.Id), "scale");
        CheckIds(file.Questions.Select(entry => entry.Id), "question");
        if (file.Questions.Count == 0) throw Wrong($"Pack '{file.Id.Text}' has no questions. Add one.", file.Id);
        if (!file.Texts.ContainsKey(Pack.FirstLanguage)) throw Wrong($"Pack '{file.Id.Text}' has no texts in '{Pack.FirstLanguage}'. Every pack is written in it.", file.Id);

        var packs = file.Texts.ToDictionary(text => text.Key, text => In(text.Key, text.Value, version, set), StringComparer.Ordinal);
        return packs[Pack.FirstLanguage] with { Others = [.. packs.Values.Where(pack => pack.Language != Pack.FirstLanguage)] };
    }

    Pack In(string language, TextEntry text, int version, PackSet set)
    {
        if (!IsTag(language)) throw Wrong($"'{language}' is not a language. Write a tag such as 'en' or 'cy'.", text.WhoSees);
        words.Check(language, text, set);
        var scales = file.Scales.ToDictionary(entry => entry.Id.Text, entry => Scale(entry, text.Scales[entry.Id.Text]), StringComparer.Ordinal);
        var questions = new List<Question>();
        foreach (var entry in file.Questions)
        {
            var question = Question(entry, text, scales, questions);
            if (set == PackSet.Round && question.Scale is { } rated && !(rated.IsRated && rated.Values.SequenceEqual(OneToFive, StringComparer.Ordinal)))
                throw Wrong($"Question '{entry.Id.Text}' is asked in check-ins, whose figures are made of scores from 1 to 5. Give it such a scale.", entry.Scale);
            if (shelf.Other(language, question) is { } other)
                throw Wrong($"Question '{entry.Id.Text}' is asked otherwise in pack '{other}'. Its answers would not be one series: give it an id of its own.", entry.Id);
            questions.Add(question);
        }
        return new Pack(file.Id.Text, version, language, questions) { Set = set, WhoSees = text.WhoSees.Text, Scales = [.. scales.Values] };
    }

    Scale Scale(ScaleEntry entry, ScaleText text)
    {
        var values = entry.Values.Select(value => value.Text).ToList();
        if (values.Count is < 2 or > CardsMost) throw Wrong($"Scale '{entry.Id.Text}' has {values.Count} values; it must have 2 to {CardsMost}.", entry.Id);
        foreach (var (at, value) in entry.Values.Index())
        {
            Id(value, "value");
            if (entry.Rated && value.Text != (Whole(entry.Values[0], 0, $"Value '{entry.Values[0].Text}'") + at).ToString(CultureInfo.InvariantCulture))
                throw Wrong($"Value '{value.Text}' of scale '{entry.Id.Text}' is out of order. A rated scale counts up by 1, from 0 or 1.", value);
            if (values.IndexOf(value.Text) != at || value.Text == entry.DontKnow.Text || value.Text == Packs.Scale.RatherNotValue)
                throw Wrong($"Value '{value.Text}' of scale '{entry.Id.Text}' is there twice. Give each its own.", value);
        }
        if (entry.Rated && values[0] is not ("0" or "1")) throw Wrong($"Scale '{entry.Id.Text}' starts with '{values[0]}'. A rated scale counts from 0 or 1.", entry.Values[0]);
        if (entry.DontKnow.Text.Length > 0) Id(entry.DontKnow, "value");
        return new Scale(entry.Id.Text, [.. text.Labels.Select(label => label.Text)], text.DontKnow.Text, text.RatherNot.Text, entry.WordsOnly)
        {
            Values = values,
            IsRated = entry.Rated,
            DontKnowValue = entry.DontKnow.Text,
        };
    }

    Question Question(QuestionEntry entry, TextEntry text, Dictionary<string, Scale> scales, List<Question> before)
    {
        var id = entry.Id.Text;
        var skip = Named<Skip>(entry.Skip, $"Skip of question '{id}'");
        if (entry.FreeText && entry.Scale.Text.Length > 0) throw Wrong($"Question '{id}' is free text, so its scale must be empty.", entry.Scale);
        Scale? scale = null;
        if (!entry.FreeText && !scales.TryGetValue(entry.Scale.Text, out scale))
            throw Wrong($"Scale '{entry.Scale.Text}' of question '{id}' is not in this pack. Add it to 'scales'.", entry.Scale);
        if (entry.Reversed && scale is not { IsRated: true }) throw Wrong($"Question '{id}' is reversed, so it must have a rated scale.", entry.Id);
        var heading = text.Dimensions[entry.Dimension.Text].Text;
        return new Question(id, entry.Dimension.Text, text.Questions[id].Text, scale, skip, entry.Reversed, OnlyIf(entry, before)) { Heading = heading };
    }

    OnlyIf? OnlyIf(QuestionEntry entry, List<Question> before)
    {
        if (entry.OnlyIf is not { } only) return null;
        if (before.Find(question => question.Id == only.Question.Text) is not { } other)
            throw Wrong($"Question '{entry.Id.Text}' looks at '{only.Question.Text}', which does not come before it.", only.Question);
        if (other.Scale?.ScoreOf(only.AtLeast.Text) is not { } least)
            throw Wrong($"'{only.AtLeast.Text}' is not a score of question '{other.Id}'.", only.AtLeast);
        return new OnlyIf(other.Id, least);
    }

    void CheckIds(IEnumerable<Placed> ids, string what)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!known.Add(Id(id, what))) throw Wrong($"The {what} '{id.Text}' is there twice. Give each its own id.", id);
    }

    /// <summary>Ids become the names of inputs and of rows.</summary>
    string Id(Placed id, string what) => id.Text.Length is > 0 and <= 20 && id.Text.All(char.IsAsciiLetterOrDigit)
        ? id.Text
        : throw Wrong($"The id '{id.Text}' of a {what} must be 1 to 20 letters and digits.", id);

    int Whole(Placed number, int least, string what) => int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= least
        ? whole
        : throw Wrong($"{what} must be a whole number from {least}.", number);

    T Named<T>(Placed value, string what) where T : struct, Enum => Enum.TryParse<T>(value.Text, out var named) && named.ToString() == value.Text
        ? named
        : throw Wrong($"{what} is '{value.Text}'; it must be one of: {string.Join(", ", Enum.GetNames<T>())}.", value);

    static bool IsTag(string language) => language.Length is >= 2 and <= 12 && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    PackException Wrong(string what, Placed place) => Wrong(name, json, what, place);

    static PackException Wrong(string name, byte[] json, string what, Placed place)
    {
        var before = json.AsSpan(0, (int)place.At);
        return new PackException(what, name, before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }

    /// <summary>With not knowing and not saying, as many as can be shown open.</summary>
    const int CardsMost = Cards.CardLimits.OpenChoices - 2;
}
