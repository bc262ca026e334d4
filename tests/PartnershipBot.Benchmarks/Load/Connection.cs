using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartnershipBot.Benchmarks.Load;

/// <summary>One kept-alive HTTP/1.1 connection that reads only what it has to: the status, and where the answer ends.</summary>
internal sealed class Connection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] answer = new byte[64 * 1024];

    public static async Task<Connection> OpenAsync(int port, CancellationToken cancel)
    {
        var connection = new Connection();
        try
        {
            await connection.socket.ConnectAsync(IPAddress.Loopback, port, cancel);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>The status of the answer, once all of it has come.</returns>
    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request)
    {
        for (var left = request; left.Length > 0; left = left[await socket.SendAsync(left)..]) { }
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed the connection before its answer was whole.");
            length += read;
            if (Status(answer.AsSpan(0, length)) is { } status) return status;
        }
    }

    /// <summary>What the last answer says.</summary>
    public string Last => Encoding.UTF8.GetString(answer.AsSpan(0, 2048)).TrimEnd('\0');

    public void Dispose() => socket.Dispose();

    static int? Status(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var body = answer[(head + 4)..];
        var whole = Header(answer[..head], "Content-Length: ") is { } length
            ? body.Length >= int.Parse(length, CultureInfo.InvariantCulture)
            : Header(answer[..head], "Transfer-Encoding: ") is null || body.EndsWith("0\r\n\r\n"u8);
        return whole ? int.Parse(answer.Slice(9, 3), CultureInfo.InvariantCulture) : null;
    }

    static string? Header(ReadOnlySpan<byte> head, string name)
    {
        Span<char> text = stackalloc char[head.Length];
        Encoding.ASCII.GetChars(head, text);
        var at = ((ReadOnlySpan<char>)text).IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = text[(at + name.Length)..];
        var end = value.IndexOf('\r');
        return new string(end < 0 ? value : value[..end]);
    }
}
