using Mailroom.Core.Policy;
using Mailroom.Core.Replies.Digests;
using Mailroom.Support.Builders;
using NodaTime;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Replies.Digests;

public sealed class DigestTimesTests
{
    private static readonly DigestPolicy Daily = new()
    {
        Manager = new("", "manager@pay.example"),
        Language = ReplyLanguage.Chinese,
        TimeZone = "Asia/Shanghai",
        At = [new LocalTime(17, 30), new LocalTime(9, 0)],
    };

    [Theory]
    [InlineData("2026-03-02 08:59", "2026-03-02 09:00", "2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00", "2026-03-02 17:29", null)]
    [InlineData("2026-03-02 09:00", "2026-03-02 17:30", "2026-03-02 17:30")]
    [InlineData("2026-03-01 09:00", "2026-03-04 12:00", "2026-03-04 09:00")]
    public void The_latest_moment_since_the_last_look_is_due(string after, string upTo, string? due)
    {
        Assert.Equal(due is null ? null : Shanghai(due), DigestTimes.Latest(Daily, Policies.Small, Shanghai(after), Shanghai(upTo)));
    }

    [Fact]
    public void What_was_missed_longer_than_a_week_ago_is_left()
    {
        var china = Daily with { Calendar = "china" };

        Assert.Equal(Shanghai("2026-02-14 17:30"), DigestTimes.Latest(china, Policies.Small, Shanghai("2026-02-01 09:00"), Shanghai("2026-02-21 17:29")));
        Assert.Null(DigestTimes.Latest(china, Policies.Small, Shanghai("2026-02-01 09:00"), Shanghai("2026-02-21 17:31")));
    }

    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-07", false)]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-03-02", true)]
    public void A_calendar_takes_make_up_Saturdays_and_leaves_out_holidays(string date, bool isDue)
    {
        var due = DigestTimes.Between(Daily with { Calendar = "china" }, Policies.Small, Shanghai($"{date} 00:00"), Shanghai($"{date} 23:59"));

        Assert.Equal(isDue ? [Shanghai($"{date} 09:00"), Shanghai($"{date} 17:30")] : [], due);
    }

    [Theory]
    // 01:30 is skipped on that night and comes an hour later; in autumn it comes twice, and the first counts.
    [InlineData("2026-03-29", "02:30", "+01:00")]
    [InlineData("2026-10-25", "01:30", "+01:00")]
    public void A_skipped_time_is_due_later_and_a_repeated_one_once(string date, string time, string offset)
    {
        var london = Daily with { TimeZone = "Europe/London", At = [new LocalTime(1, 30)] };

        Assert.Equal([With($"{date} {time}", offset)], DigestTimes.Between(london, Policies.Small, With($"{date} 00:00", "+00:00").AddHours(-1), With($"{date} 12:00", "+00:00")));
    }

    [Fact]
    public void Two_times_that_fall_on_one_moment_are_one()
    {
        var london = Daily with { TimeZone = "Europe/London", At = [new LocalTime(1, 30), new LocalTime(2, 30)] };

        Assert.Single(DigestTimes.Between(london, Policies.Small, With("2026-03-29 00:00", "+00:00"), With("2026-03-29 12:00", "+00:00")));
    }

    [Theory]
    [InlineData("2026-03-02 08:00", "2026-03-02 09:00", true)]
    [InlineData("2026-03-02 09:00", "2026-03-02 17:30", false)]
    [InlineData("2026-03-02 17:30", "2026-03-03 09:00", false)]
    [InlineData("2026-03-01 17:30", "2026-03-04 09:00", true)]
    public void The_first_digest_of_a_week_may_be_the_all_clear(string after, string upTo, bool isDue)
    {
        Assert.Equal(isDue, DigestTimes.IsAllClearDue(Daily, Policies.Small, Shanghai(after), Shanghai(upTo)));
        Assert.False(DigestTimes.IsAllClearDue(Daily with { AllClear = null }, Policies.Small, Shanghai(after), Shanghai(upTo)));
    }

    [Fact]
    public void An_all_clear_that_falls_on_a_holiday_waits_for_the_next_digest()
    {
        var china = Daily with { Calendar = "china", AllClear = IsoDayOfWeek.Friday };

        // Friday 20 February lies in the Spring Festival; Tuesday the 24th is the first working day after it.
        Assert.True(DigestTimes.IsAllClearDue(china, Policies.Small, Shanghai("2026-02-23 12:00"), Shanghai("2026-02-24 09:00")));
        Assert.False(DigestTimes.IsAllClearDue(china, Policies.Small, Shanghai("2026-02-24 09:00"), Shanghai("2026-02-24 17:30")));
    }

    [Theory]
    [InlineData("2026-03-02 08:00", "2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00", "2026-03-03 09:00")]
    [InlineData("2026-03-02 12:30", "2026-03-03 09:00")]
    [InlineData("2026-03-06 17:30", "2026-03-09 09:00")]
    [InlineData("2026-02-13 18:30", "2026-02-14 09:00")]
    public void The_next_shift_is_that_of_a_later_day_once_todays_has_begun(string at, string begins)
    {
        Assert.Equal(Shanghai(begins), HouseCalendars.China.NextShift(Shanghai(at)));
    }

    [Fact]
    public void A_manager_who_is_new_hears_nothing_of_moments_before()
    {
        var policy = Policies.Small with { Digests = [Daily] };

        Assert.Equal(Shanghai("2026-03-02 09:00"), Assert.Single(DigestPlan.Due(policy, _ => null, Shanghai("2026-03-02 09:15"))).Moment);
        Assert.Empty(DigestPlan.Due(policy, _ => null, Shanghai("2026-03-02 10:15")));
        Assert.Empty(DigestPlan.Due(policy, _ => new(Shanghai("2026-03-02 09:00"), null), Shanghai("2026-03-02 09:15")));
    }
}
