namespace PartnershipBot.Tests.Shared;

/// <summary>Node programs that listen.</summary>
internal static class NodeProcess
{
    /// <summary>Starts <c>node script arguments</c>, as <see cref="ListeningProcess.StartAsync"/> does.</summary>
    /// <param name="script">Absolute path of the program.</param>
    /// <param name="arguments">The arguments that go with the port it is to listen on.</param>
    /// <param name="workingDirectory">Null means tests/peers, where imports of the peers resolve.</param>
    /// <param name="environment">Variables added to this process's own; null means none.</param>
    public static Task<ListeningProcess> StartAsync(
        string script,
        Func<int, IEnumerable<string>> arguments,
        CancellationToken cancel,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environment = null) =>
        ListeningProcess.StartAsync("node", port => arguments(port).Prepend(script), workingDirectory ?? Peers.Folder, cancel, environment);
}
