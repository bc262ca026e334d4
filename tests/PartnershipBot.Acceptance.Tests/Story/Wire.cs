using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The way to a port of this machine. It can be cut, as when a server is gone, and mended.</summary>
internal sealed class Wire : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentDictionary<TcpClient, bool> ends = new();
    readonly int to;
    readonly Task accepting;
    volatile bool cut;

    /// <param name="to">The port at its other end.</param>
    public Wire(int to)
    {
        this.to = to;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port to call instead.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends every call, and each new one as it comes.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var end in ends.Keys) end.Dispose();
    }

    public void Mend() => cut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            // It is disposed of.
        }
    }

    async Task CarryAsync(TcpClient caller)
    {
        using var called = new TcpClient();
        using (caller)
        {
            (ends[caller], ends[called]) = (true, true);
            try
            {
                if (cut) return;
                await called.ConnectAsync(IPAddress.Loopback, to, stop.Token);
                var (here, there) = (caller.GetStream(), called.GetStream());
                await Task.WhenAny(here.CopyToAsync(there, stop.Token), there.CopyToAsync(here, stop.Token));
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side hung up, or the wire was cut.
            }
            finally
            {
                ends.TryRemove(caller, out _);
                ends.TryRemove(called, out _);
            }
        }
    }
}
