using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using NodaTime;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>Compares the calendar with the plainest reference there is: a look at the clock on the wall, minute after minute.</summary>
public sealed class CalendarAgainstTheWallClockTests
{
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

    // Around the changes of the clock in north and south, and a leap day.
    private static readonly string[] Starts = ["2026-03-07", "2026-03-28", "2026-04-03", "2026-10-03", "2026-10-24", "2026-10-31", "2028-02-28"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Adding_and_counting_agree_with_a_look_at_every_minute(int seed)
    {
        var dice = new Dice(seed);
        var calendar = AnyCalendar(dice);
        var start = HouseCalendars.Date(Starts[dice.Next(Starts.Length)]).AtStartOfDayInZone(calendar.Zone).ToInstant()
            + Duration.FromMinutes(dice.Next(1440));
        var minutes = dice.Next(3000) + 1;

        var added = Instant.FromDateTimeOffset(calendar.Add(start.ToDateTimeOffset(), TimeSpan.FromMinutes(minutes)));

        Assert.Equal(Walk(calendar, start, minutes), added);
        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.OpenTime(start.ToDateTimeOffset(), added.ToDateTimeOffset()));
    }

    private static Instant Walk(WorkingCalendar calendar, Instant at, int minutes)
    {
        for (var left = minutes; left > 0; at += Duration.FromMinutes(1))
        {
            left -= IsOpen(calendar, at.InZone(calendar.Zone).LocalDateTime) ? 1 : 0;
        }

        return at;
    }

    private static bool IsOpen(WorkingCalendar calendar, LocalDateTime wall) =>
        Windows(calendar, wall.Date).Any(w => wall.TimeOfDay >= w.From && (w.To <= w.From || wall.TimeOfDay < w.To))
        || Windows(calendar, wall.Date.PlusDays(-1)).Any(w => w.To <= w.From && wall.TimeOfDay < w.To);

    private static IReadOnlyList<TimeWindow> Windows(WorkingCalendar calendar, LocalDate date) =>
        calendar.Days.TryGetValue(date, out var day) ? day.Windows : calendar.Week.GetValueOrDefault(date.DayOfWeek, []);

    private static WorkingCalendar AnyCalendar(Dice dice)
    {
        var first = HouseCalendars.Date(Starts[dice.Next(Starts.Length)]);
        var week = Enum.GetValues<IsoDayOfWeek>()
            .Where(d => d is IsoDayOfWeek.Wednesday || (d != IsoDayOfWeek.None && dice.Next(4) > 0))
            .ToDictionary(d => d, _ => AnyWindows(dice));
        return new()
        {
            Name = "any",
            Zone = HouseCalendars.Zone(Zones[dice.Next(Zones.Length)]),
            Week = week,
            Days = Enumerable.Range(0, dice.Next(5)).ToDictionary(
                i => first.PlusDays(i * 2), i => new CalendarDay("day", i % 2 == 0 ? [] : AnyWindows(dice))),
        };
    }

    private static IReadOnlyList<TimeWindow> AnyWindows(Dice dice) =>
        [.. Enumerable.Range(0, dice.Next(3) + 1).Select(_ => new TimeWindow(AnyTime(dice), AnyTime(dice)))];

    private static LocalTime AnyTime(Dice dice) => new(dice.Next(24), dice.Next(4) * 15);

    // A linear congruential generator (Numerical Recipes): the same calendars on every machine.
    private sealed class Dice(int seed)
    {
        private uint _state = (uint)seed * 2654435761u;

        public int Next(int below)
        {
            _state = unchecked((_state * 1664525u) + 1013904223u);
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
