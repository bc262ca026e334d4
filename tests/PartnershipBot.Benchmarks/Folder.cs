namespace PartnershipBot.Benchmarks;

/// <summary>A folder that goes when it is disposed of.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("partnershipbot").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
