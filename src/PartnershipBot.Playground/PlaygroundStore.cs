namespace PartnershipBot.Playground;

/// <summary>The playground's own store: empty at each start, and held, so that a second program does not take it away from the first.</summary>
internal sealed class PlaygroundStore : IDisposable
{
    readonly FileStream _held;

    /// <param name="root">The folder that has, or gets, the folder <c>data</c>.</param>
    /// <exception cref="InvalidOperationException">Another playground runs there.</exception>
    public PlaygroundStore(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "data"));
        _held = Hold(Path.Combine(folder.FullName, "playground.lock"));
        foreach (var old in folder.EnumerateFiles("playground*.db*")) old.Delete();
        FilePath = Path.Combine(folder.FullName, "playground.db");
    }

    public string FilePath { get; }

    public void Dispose() => _held.Dispose();

    static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException($"Another playground holds \"{path}\". Stop that program first, or set Storage:Path for this one.", taken);
        }
    }
}
