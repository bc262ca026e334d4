using Microsoft.Extensions.Configuration;

namespace PartnershipBot.Playground;

/// <summary>Settings that the playground makes up. Those that hold its own address come once the server has started.</summary>
internal sealed class PlaygroundSettings : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Know(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (name, value) in settings) Set(name, value);
        OnReload();
    }
}
