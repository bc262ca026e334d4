using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Times are given with their zone, since people here choose theirs.</summary>
internal sealed record Say(string Language) : Wording(Language, Person.DefaultZone)
{
    static readonly Texts Own = new(typeof(Say), "WelcomeText");

    protected override Texts Texts => Own;

    public string Moment(DateTimeOffset time, string zone) => PlainTime.Moment(time, zone, Texts.Culture(Language));

    public string Day(DateTimeOffset time, string zone) => PlainTime.Day(time, zone, Texts.Culture(Language));

    /// <summary>Such as <c>1 person</c>, <c>6 people</c>.</summary>
    public string People(int number) => number == 1 ? this["People.1"] : this["People", number];

    public string Organisations(int number) => number == 1 ? this["Organisations.1"] : this["Organisations", number];

    /// <summary>Such as <c>Mon</c>.</summary>
    public string DayName(DayOfWeek day) => Texts.Culture(Language).DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>Such as <c>November</c>.</summary>
    public string MonthName(int month) => Texts.Culture(Language).DateTimeFormat.GetMonthName(month);

    /// <summary>Such as <c>10:00 London</c>.</summary>
    public string Hour(int hour, string zone) => this["Hour", hour, PlainTime.City(zone)];
}
