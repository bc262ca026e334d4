using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The story of eight people, six of whom answer. Its chapters are told in order.</summary>
internal sealed class EightPeople(RunningBot bot)
{
    public const string SentNote = "One list of empty flats, kept by the quince tree.", KeptNote = "Somebody to ring on Fridays about the zinc bucket.";

    static readonly string[] WhatWasHeard =
    [
        "What we heard",
        "6 of 8 people answered.",
        "“Partners do what they say they will do.” You said between “partly true” and “mostly true”: 3.7 out of 5, from 6 people. Mixed views.",
        "“It feels safe to raise a problem here.” You said about “partly true”: 2.8 out of 5, from 5 people. Mixed views.",
        "What happens next: take 20 minutes together, ask what is behind this, and agree one small thing to do.",
        "Everyone in Harbour Homes Together gets this same message. The ratings and their key are gone, so they can no longer be matched to people.",
    ];

    readonly HarbourStory story = new(bot);

    public HarbourStory Harbour => story;

    CheckInStory CheckIn => field ??= new CheckInStory(story);

    public async Task They_join_in_three_channels()
    {
        await story.The_coordinator_starts_a_partnership_of_four_organisations();
        await story.She_gets_an_invitation_for_each(HarbourHomes.Charity, HarbourHomes.HousingAssociation, HarbourHomes.Council, HarbourHomes.TenantsGroup);
        await story.Joins_by_typing_the_code(story.Callum, HarbourHomes.Charity);
        await story.Joins_by_typing_the_code(story.Priya, HarbourHomes.Charity);
        await story.Joins_from_the_first_hello(story.Rhian, HarbourHomes.HousingAssociation, story.Invitation(HarbourHomes.HousingAssociation).Code);
        await story.Joins_as_the_links_page_says(story.Tariq, HarbourHomes.HousingAssociation);
        await story.Joins_from_the_first_hello(story.Declan, HarbourHomes.Council, story.Invitation(HarbourHomes.Council).Page.ToString());
        await story.Joins_as_the_links_page_says(story.Grace, HarbourHomes.Council);
        await HarbourStory.Says_they_are_with_us(story.Rhian);
        await HarbourStory.Says_they_are_with_us(story.Declan);
        await story.Bethan_joins_through_the_third_door();
        await story.Bethan_comes_back_with_her_link_and_her_three_words();
    }

    public async Task They_answer_each_in_their_own_channel()
    {
        await CheckIn.The_coordinator_previews_it_and_opens_it("You will all see the same figures, and only where 5 or more people rated the question.");
        await CheckIn.Everyone_is_asked_in_their_own_channel();
        var toldBefore = await CheckIn.What_everyone_is_told_of_it();

        await CheckInStory.Answers(story.Siobhan, "Mostly true", "Partly true");
        await CheckInStory.Answers(story.Callum, "Mostly true", "A little true");
        await CheckInStory.Changes_to(story.Callum, "Very true");
        await CheckInStory.Keeps_a_note(story.Callum, SentNote);
        await CheckInStory.Sends_the_note_with_their_name(story.Callum);
        await CheckInStory.Answers(story.Rhian, "Mostly true", "I'd rather not say");
        await CheckInStory.Keeps_a_note(story.Rhian, KeptNote);
        await CheckInStory.Answers(story.Tariq, "Partly true", "Mostly true");
        await CheckInStory.Answers(story.Declan, "A little true", "Partly true");
        await CheckInStory.Is_heard_twice(story.Declan);
        await CheckInStory.Answers_with_a_double_click(story.Bethan, "Mostly true", "A little true");
        await CheckInStory.Skips(story.Priya);

        await CheckIn.Everyone_reads(SentNote, "Callum (Open Door Visiting)");
        await CheckIn.Nobody_but(story.Rhian, KeptNote);
        Assert.Equal(toldBefore, await CheckIn.What_everyone_is_told_of_it());
    }

    /// <summary>Three leave a form open: in Slack, in Teams, and in another tab of a browser.</summary>
    public async Task They_all_hear_the_same_and_who_comes_late_changes_nothing()
    {
        await story.Siobhan.PressesAsync("Change");
        await story.Siobhan.FormAsync("Check-in");
        await story.Grace.SaysAsync("answer");
        await story.Grace.PressesAsync("Open");
        await story.Bethan.ReturnsAsync();
        await story.Bethan.PressesAsync("Answer now");
        var bethansTab = CheckInStory.KeepsForLater(story.Bethan);

        await CheckIn.A_week_goes_by();
        await CheckIn.Everyone_hears(WhatWasHeard);

        await CheckInStory.Is_too_late(story.Siobhan, () => CheckInStory.SendsLate(story.Siobhan));
        await CheckInStory.Is_too_late(story.Grace, () => CheckInStory.SendsLate(story.Grace));
        await CheckInStory.Is_too_late(story.Bethan, bethansTab);
        await CheckIn.Everyone_asks_and_hears(WhatWasHeard);
    }
}
