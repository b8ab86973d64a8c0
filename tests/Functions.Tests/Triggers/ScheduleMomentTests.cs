using Mailroom.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Tests.Triggers;

public sealed class ScheduleMomentTests
{
    private static readonly DateTimeOffset Planned = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(7200)]
    public void A_run_stands_for_the_occurrence_that_was_planned(int secondsLate)
    {
        var moment = ScheduleMoment.Of(Timer(Planned), Planned.AddSeconds(secondsLate));

        Assert.Equal(Planned, moment);
    }

    [Fact]
    public void A_run_that_nobody_planned_stands_for_its_minute()
    {
        var now = Planned.AddHours(2).AddSeconds(41);

        Assert.Equal(Planned.AddHours(2), ScheduleMoment.Of(new TimerInfo(), now));
        Assert.Equal(Planned.AddHours(2), ScheduleMoment.Of(Timer(Planned.AddHours(8)), now));
        Assert.Equal(Planned.AddHours(2), ScheduleMoment.Of(Timer(DateTimeOffset.MinValue), now));
    }

    private static TimerInfo Timer(DateTimeOffset next) =>
        new() { ScheduleStatus = new ScheduleStatus { Next = next.UtcDateTime } };
}
