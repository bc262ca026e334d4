using PartnershipBot.Core.Packs;

namespace PartnershipBot.Web;

/// <summary>An organisation's own question packs: the .json files of the folder <c>Packs:Folder</c>. Empty: it has none.</summary>
internal sealed class PackFolder(IConfiguration settings)
{
    /// <exception cref="InvalidOperationException">The folder or a file of it cannot be read.</exception>
    /// <exception cref="PackException">A file is no question pack, or does not fit to the others.</exception>
    public void Read()
    {
        if (settings["Packs:Folder"] is not { Length: > 0 } folder) return;
        try
        {
            PackLibrary.Add([.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllBytes(file)))]);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The question packs in 'Packs:Folder' could not be read. {unread.Message} Name a folder that is there and may be read, or leave the setting empty.", unread);
        }
    }
}
