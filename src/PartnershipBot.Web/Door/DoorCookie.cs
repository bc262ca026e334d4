using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>Remembers for 30 days, by the system's clock, that this browser gave the key of one person's page.</summary>
internal sealed class DoorCookie(IDataProtectionProvider protection, KeyRing keys, IConfiguration settings)
{
    public const string Purpose = "PartnershipBot.Door.1";

    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    public bool Opens(HttpRequest request, string token)
    {
        var hash = Hash(token);
        if (!request.Cookies.TryGetValue(Name(hash), out var kept) || kept.Length > 1_000) return false;
        try
        {
            return protector.Unprotect(kept) == hash;
        }
        catch (CryptographicException)
        {
            return false; // It is too old, or not ours.
        }
    }

    public void Give(HttpContext context, string token)
    {
        var hash = Hash(token);
        context.Response.Cookies.Append(Name(hash), protector.Protect(hash, Lasts), Options(context, Lasts));
    }

    public void TakeBack(HttpContext context, string token) =>
        context.Response.Cookies.Delete(Name(Hash(token)), Options(context, null));

    /// <summary>Lax, because a link in an e-mail or chat must open the page too.</summary>
    CookieOptions Options(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lasts,
        Path = "/me/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || (settings["Site:PublicUrl"] ?? "").StartsWith("https:", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>One cookie a page: two people may share a computer.</summary>
    static string Name(string hash) => "door-" + hash[..8];

    string Hash(string token) => keys.Hash("door-cookie|" + token);
}
