using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Packs;

/// <summary>Whether one language has the words that a pack needs, no others, and none that a card or form cannot show.</summary>
/// <param name="wrong">Makes the error for a place.</param>
sealed class PackWords(Func<string, Placed, PackException> wrong, PackFile file)
{
    static readonly string[] PairWords = ["{partner}", "{date}"];

    public void Check(string language, TextEntry text, PackSet set)
    {
        Same(language, "scale", file.Scales.Select(entry => entry.Id), text.Scales.Keys, text.WhoSees);
        Same(language, "dimension", file.Questions.Select(entry => entry.Dimension), text.Dimensions.Keys, text.WhoSees);
        Same(language, "question", file.Questions.Select(entry => entry.Id), text.Questions.Keys, text.WhoSees);
        Written(text.WhoSees, CardLimits.Text, set);
        foreach (var heading in text.Dimensions.Values) Written(heading, CardLimits.ChoiceText, set);
        foreach (var question in text.Questions.Values) Written(question, CardLimits.InputLabel, set);
        foreach (var entry in file.Scales) Check(language, entry, text.Scales[entry.Id.Text], set);
    }

    void Check(string language, ScaleEntry entry, ScaleText text, PackSet set)
    {
        if (text.Labels.Count != entry.Values.Count)
            throw wrong($"Scale '{entry.Id.Text}' has {entry.Values.Count} values and {text.Labels.Count} labels in '{language}'. Give each value its label.", text.RatherNot);
        foreach (var label in text.Labels.Append(text.RatherNot)) Written(label, CardLimits.ChoiceText, set);
        if (entry.DontKnow.Text.Length > 0) Written(text.DontKnow, CardLimits.ChoiceText, set);
        else if (text.DontKnow.Text.Length > 0) throw wrong($"Scale '{entry.Id.Text}' has no answer for not knowing, so its words must be empty.", text.DontKnow);
    }

    void Same(string language, string what, IEnumerable<Placed> used, IEnumerable<string> written, Placed place)
    {
        var known = written.ToHashSet(StringComparer.Ordinal);
        foreach (var id in used)
            if (!known.Contains(id.Text)) throw wrong($"The {what} '{id.Text}' has no words in '{language}'. Add them to 'texts'.", id);
        known.ExceptWith(used.Select(id => id.Text));
        if (known.Count > 0) throw wrong($"The words in '{language}' name the {what} '{known.Order(StringComparer.Ordinal).First()}', which is not in this pack.", place);
    }

    /// <summary>Braces stand for what only a pair's questions can fill in.</summary>
    void Written(Placed words, int most, PackSet set)
    {
        if (string.IsNullOrWhiteSpace(words.Text)) throw wrong("Words are missing here. Write them.", words);
        if (words.Text.Length > most) throw wrong($"These words have {words.Text.Length} characters; {most} can be shown.", words);
        var rest = set == PackSet.Pair ? PairWords.Aggregate(words.Text, (text, word) => text.Replace(word, "", StringComparison.Ordinal)) : words.Text;
        if (rest.AsSpan().ContainsAny('{', '}'))
            throw wrong(set == PackSet.Pair ? "Of words in braces only {partner} and {date} are filled in." : "Words in braces are filled in for pairs only.", words);
    }
}
