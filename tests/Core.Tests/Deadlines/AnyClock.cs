using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using NodaTime;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>Random calendars, targets and histories around changes of the clock; all moments are whole minutes.</summary>
internal static class AnyClock
{
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/London", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo"];

    // Around the changes of the clock in north and south, and a leap day.
    private static readonly string[] Starts = ["2026-03-05", "2026-03-26", "2026-04-02", "2026-10-01", "2026-10-22", "2026-10-30", "2028-02-26"];

    private static readonly ClockEventKind[] Kinds = Enum.GetValues<ClockEventKind>();

    /// <summary>A calendar that is open on three weekdays or more, with a few dates of its own around a start.</summary>
    public static Gen<WorkingCalendar> Calendar(LocalDate first) =>
        from zone in Gen.Elements(Zones)
        from week in Gen.ListOf(Windows(1), 7)
        from shut in Gen.SubListOf(2, 3, 6, 7)
        from dates in Gen.ListOf(Gen.Choose(-1, 12), 4)
        from days in Gen.ListOf(Windows(0), 4)
        from breaks in Gen.ListOf(Break, 2)
        from howMany in Gen.Choose(0, 2)
        select new WorkingCalendar
        {
            Name = "any",
            Zone = HouseCalendars.Zone(zone),
            Week = week.Select((windows, i) => (Day: (IsoDayOfWeek)(i + 1), windows))
                .Where(d => !shut.Contains((int)d.Day))
                .ToDictionary(d => d.Day, d => d.windows),
            Days = dates.Zip(days).DistinctBy(d => d.First)
                .ToDictionary(d => first.PlusDays(d.First), d => new CalendarDay(CalendarName.Same("a day"), d.Second)),
            Breaks = [.. breaks.Take(howMany)],
        };

    /// <summary>A case: two calendars, a history with a change of targets, and a moment to look.</summary>
    public static Gen<ClockCase> Case =>
        from first in Gen.Elements(Starts).Select(HouseCalendars.Date)
        from one in Calendar(first)
        from other in Calendar(first)
        from minutes in Gen.ListOf(Gen.Choose(0, 14 * 1440), 9)
        from kinds in Gen.ListOf(Gen.Elements(Kinds), 6)
        from howMany in Gen.Choose(0, 6)
        from targets in Gen.ListOf(Gen.Choose(1, 1200), 4)
        from changes in Gen.Elements(true, false)
        select Build(new Dice(first, [.. minutes], [.. kinds.Take(howMany)], [.. targets], changes), one, other);

    private static Gen<CalendarBreak> Break =>
        from quarter in Gen.Choose(0, 95)
        from length in Gen.Choose(1, 4)
        select new CalendarBreak(CalendarName.Same("lunch"), new(Time(quarter), Time(quarter + length)));

    private static Gen<IReadOnlyList<TimeWindow>> Windows(int fewest) =>
        from ends in Gen.ListOf(Gen.Choose(0, 95), 6)
        from howMany in Gen.Choose(fewest, 3)
        select (IReadOnlyList<TimeWindow>)[.. Enumerable.Range(0, howMany).Select(i => new TimeWindow(Time(ends[2 * i]), Time(ends[(2 * i) + 1])))];

    private static LocalTime Time(int quarter) => LocalTime.Midnight.PlusMinutes(15 * quarter);

    private static ClockCase Build(Dice dice, WorkingCalendar one, WorkingCalendar other)
    {
        var start = dice.First.AtStartOfDayInZone(one.Zone).ToDateTimeOffset();
        var at = dice.Minutes.Select(m => start.AddMinutes(m)).ToList();
        var before = ClockTargets.On(one, Minutes(dice.Targets[0]), Minutes(dice.Targets[1]));
        var after = ClockTargets.On(other, Minutes(dice.Targets[2]), Minutes(dice.Targets[3]));
        var received = at[0] < at[1] ? at[0] : at[1];
        ClockEvent[] events = [new(received, ClockEventKind.CustomerMail), .. dice.Kinds.Select((kind, i) => Event(at[i + 2], kind, dice.Targets[i % 4])).Where(e => e.At > received).DistinctBy(e => e.At)];
        if (events.Length > 1 && dice.Minutes[8] % 4 == 0)
        {
            // At the very moment of the mail.
            events[1] = events[1] with { At = received };
        }

        TargetsFrom[] targets = [new(DateTimeOffset.MinValue, before), .. dice.Changes ? [new TargetsFrom(at[1], after)] : Array.Empty<TargetsFrom>()];
        return new(new(events, targets), at[8] > received ? at[8] : received);
    }

    private static ClockEvent Event(DateTimeOffset at, ClockEventKind kind, int minutes) => new(at, kind)
    {
        Extension = kind == ClockEventKind.Extend ? new(DeadlineKind.Resolution, TimeSpan.FromMinutes(minutes)) : null,
    };

    private static Target Minutes(int minutes) => Target.Of(TimeSpan.FromMinutes(minutes));

    private sealed record Dice(LocalDate First, IReadOnlyList<int> Minutes, IReadOnlyList<ClockEventKind> Kinds, IReadOnlyList<int> Targets, bool Changes);
}

/// <summary>A history and a moment to look at it.</summary>
internal sealed record ClockCase(ClockHistory History, DateTimeOffset Now)
{
    /// <summary>What the clock says.</summary>
    public ClockReading Read() => DeadlineClock.Read(History, Now)!;

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n',
    [
        $"now {Now:u}",
        .. History.Events.Select(e => $"{e.At:u} {e.Kind}"),
        .. History.Targets.Select(t => $"{t.From:u} {t.Targets.FirstResponse.Within}, {t.Targets.Resolution.Within} on {Tell(t.Targets.Resolution.Calendar)}"),
    ]);

    private static string Tell(WorkingCalendar c) =>
        $"{c.Zone.Id} {string.Join("; ", c.Week.Select(d => $"{d.Key} {string.Join(", ", d.Value)}"))} DAYS {string.Join("; ", c.Days.Select(d => $"{d.Key} {string.Join(", ", d.Value.Windows)}"))} BREAKS {string.Join(", ", c.Breaks.Select(b => b.Time))}";
}
