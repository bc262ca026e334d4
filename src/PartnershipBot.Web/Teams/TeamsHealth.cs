using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace PartnershipBot.Web.Teams;

/// <summary>Says in words whether Teams works, and what to do when it does not.</summary>
internal sealed class TeamsHealth(IOptionsMonitor<TeamsOptions> options, SigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        TeamsOptions settings;
        try
        {
            settings = options.CurrentValue;
        }
        catch (OptionsValidationException wrong)
        {
            return HealthCheckResult.Unhealthy(string.Join(' ', wrong.Failures));
        }
        if (settings.Bots.Count == 0) return HealthCheckResult.Healthy("Teams is off: \"Teams:Bots\" is empty.");
        await keys.EnsureAsync(cancellationToken);
        if (keys.Any)
            return keys.Error is null
                ? HealthCheckResult.Healthy($"Teams is on for {settings.Bots.Count} {(settings.Bots.Count == 1 ? "bot" : "bots")}.")
                : HealthCheckResult.Degraded($"Teams works with the signing keys read before; reading them anew failed ({keys.Error}). Check that this machine can reach \"{settings.OpenIdMetadata}\".");
        return HealthCheckResult.Unhealthy($"Teams refuses everything: the signing keys could not be read ({keys.Error ?? "not tried again yet"}). Check that this machine can reach \"{settings.OpenIdMetadata}\".");
    }
}
