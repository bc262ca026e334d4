namespace PartnershipBot.Core.Domain;

/// <summary>Where this service is, and who runs it.</summary>
/// <param name="address">The address that people's browsers reach it at; asked at each use, since it may be known only once the server has started.</param>
/// <param name="host">The organisation that runs the service, as it is named to people.</param>
public sealed class Site(Func<Uri> address, string host)
{
    public string Host { get; } = host;

    /// <summary>The page of an invitation.</summary>
    public Uri JoinPage(string code) => new(address(), "join/" + code);

    /// <summary>A path of this service as a full address.</summary>
    public Uri At(string path) => new(address(), path.TrimStart('/'));
}
