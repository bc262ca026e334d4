using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace PartnershipBot.Web.Teams;

/// <summary>Which addresses a message, and the token that goes with it, may be sent to.</summary>
internal sealed class ServiceAddress(IOptionsMonitor<TeamsOptions> options, IHostEnvironment environment)
{
    const int Longest = 1_000;

    /// <summary>The same few addresses come with every request.</summary>
    const int MostRemembered = 1_000;

    static readonly ConcurrentDictionary<string, Uri?> Read = new(StringComparer.Ordinal);

    /// <returns>The address when its host is one of <c>Teams:ServiceHosts</c>, exactly; null otherwise.</returns>
    public Uri? Allowed(string? text)
    {
        if (Parse(text) is not { } address || !options.CurrentValue.Hosts.Contains(Host(address), StringComparer.OrdinalIgnoreCase)) return null;
        if (address.IsLoopback) return environment.IsDevelopment() ? address : null;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort ? address : null;
    }

    /// <summary>Whether Microsoft's Agents Playground may speak from this machine without a token.</summary>
    public bool LetsPlaygroundIn => options.CurrentValue.AllowLocalPlayground && environment.IsDevelopment();

    /// <returns>The address of the Agents Playground on this machine; null for any other, and where it is not let in.</returns>
    public Uri? LocalPlayground(string? text) =>
        LetsPlaygroundIn && Parse(text) is { Scheme: "http", Host: "localhost", AbsolutePath: "/_connector" } address ? address : null;

    /// <summary>Whether both name the same place: a final slash and the case of the host do not matter.</summary>
    public static bool Same(string? one, string? other) =>
        Parse(one) is { } a && Parse(other) is { } b
        && a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase)
        && a.AbsolutePath.TrimEnd('/') == b.AbsolutePath.TrimEnd('/');

    public static bool IsLoopback(string host) =>
        Uri.TryCreate($"http://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}/", UriKind.Absolute, out var address) && address.IsLoopback;

    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    /// <summary>Only what has one reading: what parsers disagree about (escapes, backslashes, other scripts, user names) is no address.</summary>
    static Uri? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return null;
        if (Read.TryGetValue(text, out var known)) return known;
        if (Read.Count >= MostRemembered) Read.Clear();
        return Read[text] = ParseAnew(text);
    }

    static Uri? ParseAnew(string text)
    {
        if (!text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '.' or '-' or '_' or '~' or '[' or ']')) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address) && Authority(text) == Spelled(address) ? address : null;
    }

    /// <summary>The host and port as they were written; a number that was written in another way (0x7f.1, 2130706433) differs from its reading.</summary>
    static string Authority(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = text.IndexOf('/', start);
        return (end < 0 ? text[start..] : text[start..end]).ToLowerInvariant();
    }

    static string Spelled(Uri address) => address.Authority.ToLowerInvariant();

    static string Host(Uri address) => address.Host.Trim('[', ']');
}
