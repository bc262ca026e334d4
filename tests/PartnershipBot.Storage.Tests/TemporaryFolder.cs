namespace PartnershipBot.Storage.Tests;

/// <summary>A folder that is gone after the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), "partnershipbot-" + Guid.NewGuid().ToString("N"));

    /// <summary>Does not make the file, nor the folder.</summary>
    public string File(string name) => Path.Combine(path, name);

    public void Dispose()
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
