using PartnershipBot.Playground;

namespace PartnershipBot.Web.Tests.Playground;

/// <summary>The playground's own store.</summary>
public sealed class PlaygroundStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("partnershipbot-town").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_is_empty_at_each_start()
    {
        string path;
        using (var first = new PlaygroundStore(folder))
        {
            path = first.FilePath;
            File.WriteAllText(path, "old");
            File.WriteAllText(path + "-wal", "old");
        }
        using var second = new PlaygroundStore(folder);
        Assert.Equal(path, second.FilePath);
        Assert.Equal(["playground.lock"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
    }

    [Fact]
    public void A_second_program_is_refused_and_leaves_it_as_it_is()
    {
        using var first = new PlaygroundStore(folder);
        File.WriteAllText(first.FilePath, "kept");
        Assert.Contains("playground.lock", Assert.Throws<InvalidOperationException>(() => new PlaygroundStore(folder)).Message, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(first.FilePath));
    }
}
