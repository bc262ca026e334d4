using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>The settings <c>Storage:...</c>, and the tables that they name.</summary>
public static class StorageSetup
{
    /// <summary>
    /// Registers <see cref="Tables"/>. The settings are read when the tables are first asked for, so that what is configured later counts;
    /// neither disk nor network is touched before a row is. The tables are closed with the container, which must be disposed of asynchronously.
    /// </summary>
    /// <remarks>Asking for the tables throws <see cref="InvalidOperationException"/> with everything that is wrong with the settings.</remarks>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => new OpenTables(StorageSettings.Read(configuration)))
        .AddSingleton(provider => provider.GetRequiredService<OpenTables>().Tables);

    /// <summary>What the container has to dispose of.</summary>
    sealed class OpenTables(StorageSettings settings) : IAsyncDisposable
    {
        public Tables Tables { get; } = new(settings.Main.Open(), settings.Rounds.Open());

        public async ValueTask DisposeAsync()
        {
            if (Tables.Main is IAsyncDisposable main) await main.DisposeAsync();
            if (Tables.Rounds is IAsyncDisposable rounds) await rounds.DisposeAsync();
        }
    }
}
