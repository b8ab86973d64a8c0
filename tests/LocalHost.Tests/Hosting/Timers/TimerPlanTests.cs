using Mailroom.LocalHost.Hosting.Timers;

namespace Mailroom.LocalHost.Tests.Hosting.Timers;

public sealed class TimerPlanTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 16, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_start_waits_for_the_next_occurrence()
    {
        var plan = TimerPlan.AtStart(Schedule("0 */5 * * * *"), null, Ten.AddMinutes(1));

        Assert.Equal((false, Ten.AddMinutes(5)), plan);
    }

    [Fact]
    public void A_start_after_missed_occurrences_is_past_due_once()
    {
        var status = new TimerStatus(Ten, Ten.AddMinutes(5), Ten);

        var plan = TimerPlan.AtStart(Schedule("0 */5 * * * *"), status, Ten.AddMinutes(22));

        Assert.Equal((true, Ten.AddMinutes(5)), plan);
    }

    [Fact]
    public void A_start_before_the_next_occurrence_is_not_past_due()
    {
        var status = new TimerStatus(Ten, Ten.AddMinutes(5), Ten);

        var plan = TimerPlan.AtStart(Schedule("0 */5 * * * *"), status, Ten.AddMinutes(3));

        Assert.Equal((false, Ten.AddMinutes(5)), plan);
    }

    [Fact]
    public void Occurrences_missed_during_a_run_are_made_up_for_by_one()
    {
        var schedule = Schedule("0 * * * * *");
        var done = Ten.AddMinutes(7).AddSeconds(20);

        var next = TimerPlan.AfterRun(schedule, Ten, done);
        var afterThat = TimerPlan.AfterRun(schedule, next, done.AddSeconds(1));

        Assert.Equal(done, next);
        Assert.Equal(Ten.AddMinutes(8), afterThat);
    }

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0 0 1,9 * * *", false)]
    public void Only_schedules_within_a_minute_are_left_unmonitored(string text, bool fast) =>
        Assert.Equal(fast, Schedule(text).IsFasterThanAMinute(Ten));

    [Theory]
    [InlineData("0 30 9 * * 1-5", "2026-11-16T09:30:00Z")]
    [InlineData("30 9 * * *", "2026-11-16T09:30:00Z")]
    public void Schedules_have_six_fields_or_five_and_count_in_utc(string text, string next) =>
        Assert.Equal(
            DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            Schedule(text).After(new DateTimeOffset(2026, 11, 16, 17, 0, 0, TimeSpan.FromHours(8))));

    private static TimerSchedule Schedule(string text) =>
        TimerSchedule.TryParse(text, out var schedule) ? schedule : throw new ArgumentException(text);
}
