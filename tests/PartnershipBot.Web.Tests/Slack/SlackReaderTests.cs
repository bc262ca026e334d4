using System.Text;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Each kind of payload as an Activity: who, where, when, through which installation, and under which id.</summary>
public sealed class SlackReaderTests
{
    const string Harbour = "A0BRIDGE|none|T0HARBOUR";

    [Theory]
    [InlineData("message_im.json", "D0NIA:1795500000.000100")]
    [InlineData("app_mention.json", "C0VISITS:1795500002.000300")]
    [InlineData("app_home_opened.json", "Ev0APPHOMEOPENE")]
    [InlineData("block_actions_message.json", "D0NIA:1795500009.000600|count#0|1795500010.000700")]
    [InlineData("block_actions_home.json", "V0HOME|count#0|1795500010.000700")]
    [InlineData("view_submission.json", "V0FORM|1795500011.bb")]
    [InlineData("shortcut.json", "13.37.harbour")]
    [InlineData("message_action.json", "13.37.harbour")]
    [InlineData("command.form.txt", "13.38.harbour")]
    public void What_names_a_delivery_is_the_same_when_it_comes_again(string file, string id) => Assert.Equal(id, Read(file).Activity.Id);

    [Theory]
    [InlineData("message_im.json", "slack|T0HARBOUR|U0NIA", Harbour)]
    [InlineData("app_home_opened.json", "slack|T0HARBOUR|U0NIA", Harbour)]
    [InlineData("block_actions_message.json", "slack|T0HARBOUR|U0NIA", Harbour)]
    [InlineData("view_submission.json", "slack|T0HARBOUR|U0NIA", Harbour)]
    [InlineData("command.form.txt", "slack|T0HARBOUR|U0NIA", Harbour)]
    [InlineData("app_mention_connect.json", "slack|E0HEALTH|U0KESHI", Harbour)]
    [InlineData("view_submission_connect.json", "slack|E0HEALTH|U0KESHI", Harbour)]
    [InlineData("block_actions_connect.json", "slack|T0HEALTH|U0KESHI", Harbour)]
    [InlineData("app_mention_org_wide.json", "slack|E0COUNCIL|U0NIA", "A0BRIDGE|E0COUNCIL|none")]
    [InlineData("block_actions_org_wide.json", "slack|E0COUNCIL|W0TESS", "A0BRIDGE|E0COUNCIL|none")]
    [InlineData("command_org_wide.form.txt", "slack|E0COUNCIL|W0TESS", "A0BRIDGE|E0COUNCIL|none")]
    public void Whose_person_did_it_and_through_which_installation_are_two_things(string file, string who, string installation)
    {
        var activity = Read(file).Activity;
        Assert.Equal(who, activity.From!.ToString());
        Assert.Equal(installation, activity.Conversation.Installation);
        Assert.Equal(activity.From.User, activity.Reach!.Address);
        Assert.Equal(ConversationKind.Personal, activity.Reach.Kind);
    }

    [Theory]
    [InlineData("message_im.json", "2026-11-24T06:00:00.000Z")]
    [InlineData("app_home_opened.json", "2026-11-24T06:00:00.000Z")]
    [InlineData("channel_id_changed.json", "2026-11-24T06:00:05.000Z")]
    [InlineData("block_actions_message.json", "2026-11-24T06:00:10.000Z")]
    [InlineData("shortcut.json", "2026-11-24T06:00:12.000Z")]
    public void Slacks_own_time_is_told_whatever_its_unit(string file, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Read(file).Activity.At);

    [Theory]
    [InlineData("1355517523.000005", 1355517523000)]
    [InlineData("1355517523.5", 1355517523500)]
    [InlineData("1355517523", 1355517523000)]
    [InlineData("1515449483000108", 1515449483000)]
    [InlineData("1515449483001", 1515449483001)]
    public void A_time_is_read_in_seconds_milliseconds_or_microseconds(string text, long milliseconds) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), SlackTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1e9")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    public void What_is_no_time_is_none(string text) => Assert.Null(SlackTime.Parse(text));

    [Fact]
    public void A_button_gives_back_its_card_and_its_own_value()
    {
        var activity = Read("block_actions_message.json").Activity;
        Assert.Equal(("count", "one\ntwo", "person|u1", "D0NIA:1795500009.000600"), (activity.Verb, activity.Value, activity.Origin!.Home, activity.MessageId));
        Assert.Equal(ConversationKind.Personal, activity.Conversation.Kind);
    }

    [Fact]
    public void A_press_in_a_channel_knows_its_thread()
    {
        var activity = Read("block_actions_channel.json").Activity;
        Assert.Equal((ConversationKind.Channel, "C0VISITS", "1795400000.000001"), (activity.Conversation.Kind, activity.Conversation.Address, activity.Conversation.Thread));
    }

    [Fact]
    public void A_sent_form_gives_every_input_and_nothing_for_what_was_left_empty()
    {
        var activity = Read("view_submission.json").Activity;
        Assert.Equal(("sent", "week 7", "person|u1"), (activity.Verb, activity.Value, activity.Origin!.Home));
        Assert.Equal(
            new Dictionary<string, string> { ["words"] = "We visited on Tuesday", ["how"] = "4", ["when"] = "2026-12-08", ["who"] = "", ["note"] = "" },
            activity.Inputs);
    }

    [Fact]
    public void What_somebody_else_wrote_into_a_forms_memory_is_not_ours()
    {
        Assert.Null(FormState.Read("This is for you!"));
        Assert.Null(FormState.Read("{}"));
        Assert.Null(FormState.Read("null"));
        Assert.Null(FormState.Read("""{"origin":"a~~0","value":"","conversation":{"channel":"teams","installation":"x","address":"y"}}"""));
        Assert.NotNull(FormState.Read(new FormState("a~~0", "", null, new("slack", "a|none|t", "D1", ConversationKind.Personal)).Write()));
    }

    [Theory]
    [InlineData("a+b%2Bc%20d", "a b+c d")]
    [InlineData("%E2%9C%93%", "✓%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("", "")]
    public void A_field_of_a_form_is_decoded(string encoded, string text) => Assert.Equal(text, new SlackForm(Encoding.UTF8.GetBytes($"x=1&text={encoded}&text=2")).Text("text"u8));

    [Fact]
    public void A_field_is_found_by_its_whole_name()
    {
        var form = new SlackForm("xtext=1&text2=2&text&=3&text=4"u8);
        Assert.Equal("4", form.Text("text"u8));
        Assert.Equal("", form.Text("user"u8));
    }

    static SlackReading.Turn Read(string file)
    {
        var payload = SignedPost.Payload(file);
        var reading = file.EndsWith(".form.txt", StringComparison.Ordinal) ? SlackReader.Commands(Encoding.UTF8.GetBytes(payload))
            : payload.Contains("\"event_callback\"", StringComparison.Ordinal) ? SlackReader.Events(Encoding.UTF8.GetBytes(payload))
            : SlackReader.Interactions(Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload)));
        return Assert.IsType<SlackReading.Turn>(reading);
    }
}
