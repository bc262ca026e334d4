using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web;

internal static class SecretsSetup
{
    /// <summary>The key ring in <c>Site:DataProtectionPath</c>, and <c>Secrets:IdentityKey</c>, which is made beside it once when the store is SQLite.</summary>
    /// <exception cref="InvalidOperationException">At first use: the identity key is missing or is not 32 bytes of base64.</exception>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = configuration["Site:DataProtectionPath"] is { Length: > 0 } said ? said : Path.Combine("data", "keys");
        services.AddDataProtection().SetApplicationName("PartnershipBot").PersistKeysToFileSystem(new DirectoryInfo(folder));
        return services.AddSingleton(parts =>
        {
            var protector = parts.GetRequiredService<IDataProtectionProvider>().CreateProtector("PartnershipBot.Rows.v1");
            return new KeyRing(IdentityKey(configuration, folder), protector.Protect, protector.Unprotect);
        });
    }

    static byte[] IdentityKey(IConfiguration configuration, string folder)
    {
        if (configuration["Secrets:IdentityKey"] is { Length: > 0 } said) return Decode(said, "the setting 'Secrets:IdentityKey'");
        if (string.Equals(configuration["Storage:Kind"], "AzureTables", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("'Secrets:IdentityKey' is empty. With Azure Tables it is required, since every replica needs the same. Make one with: openssl rand -base64 32");

        var file = Path.Combine(folder, "identity.key");
        if (!File.Exists(file))
        {
            System.IO.Directory.CreateDirectory(folder);
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        return Decode(File.ReadAllText(file).Trim(), $"the file '{file}'");
    }

    static byte[] Decode(string text, string where)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32
            ? bytes[..32]
            : throw new InvalidOperationException($"The identity key in {where} must be 32 bytes in base64. Make one with: openssl rand -base64 32");
    }
}
