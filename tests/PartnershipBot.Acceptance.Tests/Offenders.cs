namespace PartnershipBot.Acceptance.Tests;

internal static class Offenders
{
    /// <summary>Fails with every offender on a line of its own, under what to do about them.</summary>
    public static void None(IEnumerable<string?> offenders, string whatToDo)
    {
        var found = offenders.ToList();
        Assert.True(found.Count == 0, $"{whatToDo}\n  {string.Join("\n  ", found)}");
    }
}
