using Microsoft.Extensions.Options;

namespace PartnershipBot.Web.Teams;

/// <summary>Lists everything that is wrong with the settings, not only the first thing.</summary>
internal sealed class TeamsOptionsCheck(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrong = new List<string>();
        for (var i = 0; i < options.Bots.Count; i++) wrong.AddRange(Bot(options.Bots[i], $"Teams:Bots:{i}"));
        foreach (var twice in options.Bots.Where(bot => bot.AppId.Length > 0).GroupBy(bot => bot.AppId, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            wrong.Add($"\"Teams:Bots\" names the app id \"{twice.Key}\" {twice.Count()} times. Give each registration one entry.");
        wrong.AddRange(Address("Teams:OpenIdMetadata", options.OpenIdMetadata));
        wrong.AddRange(Address("Teams:TokenUrl", options.TokenUrl));
        foreach (var host in options.ServiceHosts)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown || !host.All(char.IsAscii))
                wrong.Add($"\"Teams:ServiceHosts\" holds \"{host}\", which is not a host name. Write the name alone, such as \"smba.trafficmanager.net\".");
            else if (ServiceAddress.IsLoopback(host) && !environment.IsDevelopment())
                wrong.Add($"\"Teams:ServiceHosts\" holds \"{host}\", which is this machine. That works in Development only: take it out.");
        }
        if (options.AllowLocalPlayground && !environment.IsDevelopment())
            wrong.Add("\"Teams:AllowLocalPlayground\" is true. It lets requests in without a token and works in Development only: take it out.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    static IEnumerable<string> Bot(TeamsBot bot, string at)
    {
        if (!Guid.TryParseExact(bot.AppId, "D", out _))
            yield return $"\"{at}:AppId\" is \"{bot.AppId}\". Set it to the registration's application (client) id, a GUID.";
        if (!Guid.TryParseExact(bot.TenantId, "D", out _))
            yield return $"\"{at}:TenantId\" is \"{bot.TenantId}\". Set it to the directory (tenant) id, a GUID.";
        if (bot.ClientSecret.Length > 0 == bot.ManagedIdentityClientId.Length > 0)
            yield return $"\"{at}\" needs either \"ClientSecret\" or \"ManagedIdentityClientId\": set one of them, not both.";
    }

    IEnumerable<string> Address(string setting, string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || !ServiceAddress.IsWeb(address))
            yield return $"\"{setting}\" is \"{value}\". Set it to an https address.";
        else if (address.Scheme == Uri.UriSchemeHttp && !(address.IsLoopback && environment.IsDevelopment()))
            yield return $"\"{setting}\" is \"{value}\". Use https; http works only for this machine in Development.";
    }
}
