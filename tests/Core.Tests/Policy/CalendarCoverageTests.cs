using Mailroom.Core.Policy;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Policy;

/// <summary>The small policy's calendar "china" knows special days of 2026 only; "24x7" has none and needs none.</summary>
public sealed class CalendarCoverageTests
{
    [Theory]
    [InlineData("2026-03-02 09:00", "")]
    [InlineData("2026-11-14 23:59", "")]
    [InlineData("2026-11-15 00:00", "china 2027")]
    [InlineData("2026-12-31 12:00", "china 2027")]
    [InlineData("2027-01-01 00:00", "china 2027")]
    [InlineData("2027-11-20 09:00", "china 2027, china 2028")]
    public void Next_years_days_are_missed_from_mid_November_on(string now, string gaps) => Assert.Equal(gaps, Shown(Policies.Small, now));

    [Fact]
    public void A_calendar_that_no_target_uses_is_not_missed()
    {
        var policy = Policies.Small with { Calendars = Policies.Small.Calendars.Append(new("spare", HouseCalendars.China with { Name = "spare" })).ToDictionary() };

        Assert.Equal("china 2027", Shown(policy, "2026-11-20 09:00"));
    }

    [Fact]
    public void The_last_days_of_a_year_come_with_the_next_ones_notice_and_prove_nothing()
    {
        var china = HouseCalendars.China with { Days = HouseCalendars.China.Days.Append(new(HouseCalendars.Date("2027-12-31"), HouseCalendars.China.Days.Values.First())).ToDictionary() };

        Assert.False(CalendarCoverage.Knows(china, 2027));
        Assert.True(CalendarCoverage.Knows(china, 2026));
        Assert.True(CalendarCoverage.Knows(HouseCalendars.Always, 2027));
    }

    private static string Shown(SupportPolicy policy, string now) =>
        string.Join(", ", CalendarCoverage.Gaps(policy, Shanghai(now)).Select(g => $"{g.Calendar} {g.Year}"));
}
