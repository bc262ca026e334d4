using System.Text.Json;

namespace PartnershipBot.Core.Packs;

/// <summary>Reads question packs strictly: what is not understood is refused, with its place.</summary>
public static class PackReader
{
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="json">UTF-8.</param>
    /// <returns>In English, with the other languages beside it.</returns>
    /// <exception cref="PackException">Says what is wrong, in which file, and in which line and column.</exception>
    public static Pack Read(string name, ReadOnlySpan<byte> json) => Read(name, json, PackShelf.Empty);

    /// <param name="shelf">The packs that are there already: a question that one of them asks must have the same words here.</param>
    internal static Pack Read(string name, ReadOnlySpan<byte> json, PackShelf shelf)
    {
        PackFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, PackJson.Default.PackFile)
                ?? throw new PackException("The pack is null. Write an object.", name, 1, 1);
        }
        catch (JsonException wrong)
        {
            throw new PackException(wrong.Message.Split(" Path:")[0], name, (int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1, wrong);
        }
        return new PackReading(name, json.ToArray(), file, shelf).Read();
    }
}
