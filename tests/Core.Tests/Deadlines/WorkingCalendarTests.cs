using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using NodaTime;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-03-02 10:00", "01:00", "2026-03-02 11:00")]
    [InlineData("2026-03-02 11:30", "01:00", "2026-03-02 13:30")]
    [InlineData("2026-03-02 12:15", "01:00", "2026-03-02 14:00")]
    [InlineData("2026-03-02 10:00", "02:00", "2026-03-02 12:00")]
    [InlineData("2026-03-02 10:00", "08:00", "2026-03-03 10:00")]
    [InlineData("2026-03-06 17:30", "01:00", "2026-03-09 09:30")]
    [InlineData("2026-03-07 15:00", "08:00", "2026-03-09 18:00")]
    [InlineData("2026-02-13 17:00", "02:00", "2026-02-14 10:00")]
    [InlineData("2026-02-14 17:00", "02:00", "2026-02-24 10:00")]
    [InlineData("2026-09-30 16:00", "04:00", "2026-10-08 11:00")]
    public void Open_time_is_added_around_lunch_weekends_holidays_and_on_make_up_days(string start, string open, string end)
    {
        var moment = HouseCalendars.China.Add(Shanghai(start), Span(open));

        Assert.Equal(Shanghai(end), moment);
        Assert.Equal(TimeSpan.FromHours(8), moment.Offset);
    }

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-02 18:00", "08:00")]
    [InlineData("2026-03-02 12:00", "2026-03-02 13:00", "00:00")]
    [InlineData("2026-03-06 17:00", "2026-03-09 10:00", "02:00")]
    [InlineData("2026-02-13 18:00", "2026-02-24 09:00", "08:00")]
    [InlineData("2026-03-03 09:00", "2026-03-02 09:00", "00:00")]
    public void Open_time_between_two_moments_counts_windows_only(string from, string to, string open) =>
        Assert.Equal(Span(open), HouseCalendars.China.OpenTime(Shanghai(from), Shanghai(to)));

    [Theory]
    [InlineData("2026-03-02 08:59", false)]
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-02 17:59", true)]
    [InlineData("2026-03-02 18:00", false)]
    [InlineData("2026-02-14 10:00", true)]
    [InlineData("2026-10-01 10:00", false)]
    public void A_moment_is_open_from_a_windows_start_up_to_its_end(string at, bool open) =>
        Assert.Equal(open, HouseCalendars.China.IsOpen(Shanghai(at)));

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 10:00")]
    [InlineData("2026-03-02 12:00", "2026-03-02 13:00")]
    [InlineData("2026-03-06 18:00", "2026-03-09 09:00")]
    [InlineData("2026-10-01 00:00", "2026-10-08 09:00")]
    public void The_next_open_moment_is_now_or_the_next_windows_start(string at, string open) =>
        Assert.Equal(Shanghai(open), HouseCalendars.China.NextOpen(Shanghai(at)));

    [Fact]
    public void An_overnight_window_belongs_to_the_day_it_starts_on()
    {
        var night = HouseCalendars.China with { Week = HouseCalendars.Weekdays("22:00-06:00"), Days = new Dictionary<LocalDate, CalendarDay>() };

        Assert.True(night.IsOpen(Shanghai("2026-03-07 05:59")));
        Assert.False(night.IsOpen(Shanghai("2026-03-07 22:30")));
        Assert.Equal(Shanghai("2026-03-10 00:30"), night.Add(Shanghai("2026-03-07 04:00"), Span("04:30")));
    }

    [Fact]
    public void An_hour_that_the_clock_skips_counts_nothing()
    {
        var berlin = Berlin("01:00-05:00");

        Assert.Equal(Span("03:00"), berlin.OpenTime(With("2026-03-29 00:00", "+01:00"), With("2026-03-29 12:00", "+02:00")));
        Assert.Equal(With("2026-03-29 03:30", "+02:00"), berlin.Add(With("2026-03-29 01:00", "+01:00"), Span("01:30")));
    }

    [Fact]
    public void An_hour_that_the_clock_repeats_counts_twice()
    {
        var berlin = Berlin("01:00-02:30");

        Assert.Equal(Span("02:00"), berlin.OpenTime(With("2026-10-25 00:00", "+02:00"), With("2026-10-25 12:00", "+01:00")));
        Assert.Equal(With("2026-10-25 02:15", "+01:00"), berlin.Add(With("2026-10-25 01:00", "+02:00"), Span("01:45")));
    }

    [Fact]
    public void The_ordinary_day_is_the_commonest_open_weekday()
    {
        Assert.Equal(TimeSpan.FromHours(8), HouseCalendars.China.OrdinaryDay);
        Assert.Equal(TimeSpan.FromHours(24), HouseCalendars.Always.OrdinaryDay);
        Assert.Equal(TimeSpan.FromHours(24), Target.OfDays(3).On(HouseCalendars.China));
    }

    [Fact]
    public void Windows_that_overlap_count_once()
    {
        var doubled = HouseCalendars.China with { Week = HouseCalendars.Weekdays("09:00-12:00", "11:00-13:00"), Breaks = [] };

        Assert.Equal(TimeSpan.FromHours(4), doubled.OrdinaryDay);
        Assert.Equal(TimeSpan.FromHours(4), doubled.OpenTime(Shanghai("2026-03-02 00:00"), Shanghai("2026-03-03 00:00")));
    }

    [Fact]
    public void A_calendar_that_never_opens_says_so()
    {
        var closed = HouseCalendars.China with { Week = HouseCalendars.Weekdays(), Days = new Dictionary<LocalDate, CalendarDay>() };

        var error = Assert.Throws<InvalidOperationException>(() => closed.NextOpen(Shanghai("2026-03-02 09:00")));

        Assert.Contains("\"china\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, closed.OrdinaryDay);
    }

    private static WorkingCalendar Berlin(params string[] windows) => new()
    {
        Name = "berlin",
        Zone = HouseCalendars.Zone("Europe/Berlin"),
        Week = Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToDictionary(d => d, _ => HouseCalendars.Windows(windows)),
    };
}
