namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>Neighbours inside a project who must not know each other.</summary>
public sealed class NeighbourTests
{
    const string Flows = "PartnershipBot.Core.Flows";

    static readonly string[] WaysIn =
    [
        "PartnershipBot.Web.Slack", "PartnershipBot.Web.Teams", "PartnershipBot.Web.Door", "PartnershipBot.Web.Pages",
    ];

    /// <summary>Program composes the parts; a command of the program may read a store as it lies on the disk.</summary>
    [Fact]
    public void In_Web_only_the_composition_knows_where_things_are_kept_and_the_playground()
    {
        foreach (var space in Projects.FoldersOf("PartnershipBot.Web").Where(space => space != "PartnershipBot.Web.Commands"))
            Acquaintance.None(Projects.Web, space, ["PartnershipBot.Storage", "PartnershipBot.Playground"]);
        if (Projects.TypesIn(Projects.Web, "PartnershipBot.Web").Count > 0)
            Acquaintance.None(
                Projects.Web, "PartnershipBot.Web", ["PartnershipBot.Storage", "PartnershipBot.Playground"],
                "PartnershipBot.Web.Program", "PartnershipBot.Web.Commands");
    }

    [Fact]
    public void The_channels_and_the_pages_do_not_know_each_other()
    {
        foreach (var way in WaysIn.Intersect(Projects.FoldersOf("PartnershipBot.Web"), StringComparer.Ordinal))
            Acquaintance.None(Projects.Web, way, [.. WaysIn.Where(other => other != way)]);
    }

    [Fact]
    public void A_flow_does_not_know_another_flow()
    {
        var flows = Projects.FoldersOf(Flows);
        foreach (var flow in flows.Where(_ => flows.Count > 1))
            Acquaintance.None(Projects.Core, flow, [.. flows.Where(other => other != flow)]);
    }

    [Fact]
    public void A_flow_sees_the_turn_and_neither_stores_nor_channels_nor_clocks() =>
        Acquaintance.None(
            Projects.Core, Flows,
            [
                "PartnershipBot.Core.Storage.ITable", "PartnershipBot.Core.Storage.Tables", "PartnershipBot.Core.Conversation.IChannel",
                "System.Net", "System.IO", "System.TimeProvider", "System.Threading.Timer", "System.Random", "NodaTime.IClock", "NodaTime.SystemClock",
            ]);
}
