using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace PartnershipBot.Core.Conversation;

/// <summary>The words of one slice: a key, a language and arguments make a text. A language without words falls back to English.</summary>
/// <param name="slice">The type that the .resx file stands beside.</param>
/// <param name="file">The name of the .resx file, without its ending.</param>
public sealed class Texts(Type slice, string file)
{
    readonly ResourceManager words = new($"{slice.Namespace}.{file}", slice.Assembly);

    /// <summary>The languages that every slice has words in.</summary>
    static readonly HashSet<string> Written = ["en"];

    static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">The slice has no such words.</exception>
    public string this[string key, string language] =>
        words.GetString(key, Culture(language)) ?? throw new InvalidOperationException($"The words '{key}' are not in {file}.resx. Add them.");

    /// <param name="arguments">Take the place of {0}, {1}... in the words.</param>
    public string this[string key, string language, params object[] arguments] =>
        string.Format(Culture(language), this[key, language], arguments);

    /// <summary>The language's culture where it has words, else English: a Welsh day in an English sentence helps nobody, and figures must read the same for all.</summary>
    public static CultureInfo Culture(string language) => Cultures.GetOrAdd(language, static tag =>
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag is "en" or "" ? "en-GB" : tag, predefinedOnly: true);
            if (Written.Contains(culture.TwoLetterISOLanguageName)) return culture;
        }
        catch (CultureNotFoundException)
        {
            // The tag is not a language.
        }
        return CultureInfo.GetCultureInfo("en-GB");
    });
}
