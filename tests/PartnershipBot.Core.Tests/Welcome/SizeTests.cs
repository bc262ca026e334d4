using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class SizeTests
{
    /// <summary>What is said to a partnership of a size is kept in Sizes/. To accept a changed one, look at it, then replace the file by the .new.txt that the failing test wrote beside its copy.</summary>
    [Theory]
    [InlineData(3, "1 1 1")]
    [InlineData(4, "1 1 1 1")]
    [InlineData(5, "2 1 1 1")]
    [InlineData(8, "3 2 2 1")]
    [InlineData(12, "6 3 2 1")]
    public async Task What_a_partnership_of_this_size_will_see_is_kept(int people, string organisations)
    {
        await using var harbour = await Harbour.OfAsync(1, "slack");
        var sizes = organisations.Split(' ').Select(int.Parse).ToArray();
        for (var o = 0; o < sizes.Length; o++)
        {
            var id = o == 0 ? "homes" : $"o{o}";
            if (o > 0) await harbour.HasAsync(new Organisation(id, $"Partner {o}", OrganisationKind.Partner, false, null));
            for (var p = o == 0 ? 1 : 0; p < sizes[o]; p++) await harbour.JoinAsync(new ScriptPerson($"Person {o}.{p}", "teams"), id);
        }

        await harbour.Script.SaysAsync(harbour.Coordinator, "what will we see");
        var size = harbour.Script.Sees(harbour.Coordinator);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        var played = $"> what will we see\n\n{size}\n\n> open\n\n{harbour.Script.Sees(harbour.Coordinator)}\n";
        var file = Path.Combine(AppContext.BaseDirectory, "Welcome", "Sizes", $"{people}.txt");
        var kept = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        if (kept != played)
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(Path.ChangeExtension(file, ".new.txt"), played, TestContext.Current.CancellationToken);
        }
        Assert.Equal(kept, played);
    }

    [Theory]
    [InlineData("1 1 1 1", Shows.Never, Shows.Never, Shows.Never)]
    [InlineData("5", Shows.IfMostAnswer, Shows.Never, Shows.Never)]
    [InlineData("2 1 1 1", Shows.IfMostAnswer, Shows.Never, Shows.Never)]
    [InlineData("2 2 1 1", Shows.IfMostAnswer, Shows.Never, Shows.IfMostAnswer)]
    [InlineData("5 5", Shows.IfMostAnswer, Shows.IfMostAnswer, Shows.Never)]
    [InlineData("9 4", Shows.IfMostAnswer, Shows.Never, Shows.Never)]
    [InlineData("6 5 3 5", Shows.IfMostAnswer, Shows.IfMostAnswer, Shows.IfMostAnswer)]
    [InlineData("9 1 1", Shows.IfMostAnswer, Shows.Never, Shows.Never)]
    public void A_view_follows_from_the_sizes(string sizes, Shows checkIn, Shows perOrganisation, Shows pairs)
    {
        var view = SizeView.Of(sizes.Split(' ').Select(int.Parse));
        Assert.Equal((checkIn, checkIn, perOrganisation, pairs), (view[ViewPart.CheckIn], view[ViewPart.Change], view[ViewPart.PerOrganisation], view[ViewPart.Pairs]));
        Assert.All([ViewPart.Promises, ViewPart.Stories, ViewPart.Voices], part => Assert.Equal(Shows.Always, view[part]));
    }

    [Fact]
    public void A_higher_threshold_asks_for_more_people() => Assert.Equal(Shows.Never, SizeView.Of([4, 3], least: 8)[ViewPart.CheckIn]);

    [Fact]
    public async Task A_changed_picture_is_told_to_the_coordinator_alone_and_once()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await harbour.ComesAsync("people.changed", "");
        Assert.DoesNotContain("will see", harbour.Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);

        var fifth = new ScriptPerson("Sunita", "teams");
        await harbour.JoinAsync(fifth);
        await harbour.ComesAsync("people.changed", "");
        await harbour.ComesAsync("people.changed", "");
        await harbour.JoinAsync(new ScriptPerson("Tegwen", "teams"));
        await harbour.ComesAsync("people.changed", "");
        Assert.Single(harbour.Script.Cards(harbour.Coordinator), card => card.Summary == "What 5 people in 1 organisation will see");
        Assert.DoesNotContain("will see", harbour.Script.HasSeen(fifth) + harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
    }
}
