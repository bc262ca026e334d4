using System.Globalization;

namespace PartnershipBot.Core.Packs;

/// <summary>A question pack that cannot be used as it is.</summary>
/// <param name="what">What is wrong and what to do.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in bytes.</param>
public sealed class PackException(string what, string file, int line, int column, Exception? inner = null)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: {what}"), inner)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
