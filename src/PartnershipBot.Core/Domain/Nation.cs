namespace PartnershipBot.Core.Domain;

/// <summary>Whose public holidays count.</summary>
public enum Nation
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
    Ireland,
    /// <summary>None of these: no public holidays are known.</summary>
    Elsewhere,
}

public static class Nations
{
    /// <summary>The likeliest nation of somebody in the zone. Three nations share London's clock: the largest is taken until they say otherwise.</summary>
    /// <param name="zone">An IANA zone id.</param>
    public static Nation Of(string zone) => zone switch
    {
        "Europe/Dublin" or "Eire" => Nation.Ireland,
        "Europe/Belfast" => Nation.NorthernIreland,
        "Europe/London" or "Europe/Jersey" or "Europe/Guernsey" or "Europe/Isle_of_Man" or "GB" or "GB-Eire" => Nation.EnglandAndWales,
        _ => Nation.Elsewhere,
    };

    /// <returns>Null when the text is empty or not a nation's name.</returns>
    public static Nation? Parse(string text) => Enum.TryParse<Nation>(text, out var nation) && Enum.IsDefined(nation) ? nation : null;
}
