using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Support.Builders;
using NodaTime;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>What holds for every calendar, history and target. The cases are the same on every machine.</summary>
public sealed class ClockPropertyTests
{
    [Fact]
    public void Adding_and_counting_agree_with_a_look_at_every_minute() => Holds(200, from one in AnyClock.Case from minutes in Gen.Choose(1, 9000) select (one, minutes), c =>
    {
        var (calendar, start) = (c.one.History.Targets[0].Targets.Resolution.Calendar, c.one.Now);
        var added = calendar.Add(start, TimeSpan.FromMinutes(c.minutes));

        return added == WallClock.Walk(calendar, start, c.minutes) && calendar.OpenTime(start, added) == TimeSpan.FromMinutes(c.minutes);
    });

    [Fact]
    public void A_deadline_is_the_one_that_living_through_its_history_finds() => Holds(300, AnyClock.Case, c =>
    {
        var solution = c.Read().Resolution;

        return (solution.Due, solution.State, solution.Elapsed) == WallClock.Resolution(c);
    });

    [Fact]
    public void A_deadline_lies_in_an_open_window_or_at_its_end() => Holds(500, AnyClock.Case, c =>
        c.Read().All.All(d => d.Spans.Select(s => s.Target.Calendar).Any(k => k.IsOpen(d.Due) || k.IsOpen(d.Due.AddTicks(-1)))));

    [Fact]
    public void Elapsed_and_remaining_are_the_target_and_remaining_is_the_open_time_ahead() => Holds(500, AnyClock.Case, c =>
        c.Read().All.All(d => d.Elapsed + d.Remaining == d.Target
            && (d.State is not (DeadlineState.Running or DeadlineState.Paused) || d.Calendar.OpenTime(c.Now, d.Due) == d.Remaining)));

    [Fact]
    public void An_explanation_has_no_holes_and_adds_up() => Holds(500, AnyClock.Case, c => c.Read().All.All(d =>
    {
        var segments = DeadlineExplanation.Of(d);
        var counted = segments.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Counted);
        var expected = d.State == DeadlineState.Met ? d.Elapsed : d.Target;
        return counted == expected && segments.Zip(segments.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First.From < pair.First.To);
    }));

    [Fact]
    public void The_order_in_which_events_are_told_changes_nothing() => Holds(300, from one in AnyClock.Case from shuffled in Gen.Shuffle<ClockEvent>(one.History.Events.AsEnumerable()) select (one, shuffled), c =>
        Shown(c.one.Read()) == Shown((c.one with { History = c.one.History with { Events = c.shuffled } }).Read()));

    [Fact]
    public void Events_told_twice_change_nothing() => Holds(300, AnyClock.Case, c =>
        Shown(c.Read()) == Shown((c with { History = c.History with { Events = [.. c.History.Events.SelectMany(e => new[] { e, e })] } }).Read()));

    [Fact]
    public void A_pause_makes_no_deadline_earlier() => Holds(500, Paused, c =>
    {
        var (with, without) = (c.With.Read(), c.Without.Read());
        return with.Resolution.Due >= without.Resolution.Due && with.FirstResponse.Due == without.FirstResponse.Due;
    });

    [Fact]
    public void A_holiday_makes_no_deadline_earlier_and_a_window_none_later() => Holds(500, from one in AnyClock.Case from day in Gen.Choose(-1, 20) select (one, day), c =>
    {
        var calendar = c.one.History.Targets[0].Targets.Resolution.Calendar;
        var date = Instant.FromDateTimeOffset(c.one.History.Events[0].At).InZone(calendar.Zone).Date.PlusDays(c.day);
        var shut = With(calendar, new(date, new(CalendarName.Same("holiday"), [])));
        // What runs over midnight from that date stays.
        var nights = (calendar.Days.TryGetValue(date, out var day) ? day.Windows : calendar.Week.GetValueOrDefault(date.DayOfWeek, [])).Where(w => w.IsOvernight);
        var open = With(calendar, new(date, new(CalendarName.Same("make-up day"), [.. HouseCalendars.Windows("00:00-00:00"), .. nights])));

        return Due(shut) >= Due(calendar) && Due(open) <= Due(calendar);

        DateTimeOffset Due(WorkingCalendar on) => DeadlineClock.Read(
            new(c.one.History.Events, ClockTargets.On(on, c.one.History.Targets[0].Targets.FirstResponse.Within, c.one.History.Targets[0].Targets.Resolution.Within)), c.one.Now)!.Resolution.Due;
    });

    [Fact]
    public void An_extension_makes_no_deadline_earlier_touches_no_other_and_undoes_no_miss() => Holds(500, Extended, c =>
    {
        var (with, without) = (c.With.Read().All, c.Without.Read().All);
        var at = c.With.History.Events[^1];
        return with.Zip(without).All(pair => pair.First.Elapsed == pair.Second.Elapsed
            && pair.First.Due >= pair.Second.Due
            && (pair.First.Kind == at.Extension!.Deadline || pair.First.Due == pair.Second.Due)
            && pair.Second.Breaches.Where(b => b.Due <= at.At).Select(b => (b.Target, b.Due)).All(pair.First.Breaches.Select(b => (b.Target, b.Due)).Contains));
    });

    private static Gen<(ClockCase With, ClockCase Without)> Extended =>
        from one in AnyClock.Case
        from kind in Gen.Elements(Enum.GetValues<DeadlineKind>())
        from after in Gen.Choose(0, 10 * 1440)
        from more in Gen.Choose(1, 3000)
        let extension = new ClockEvent(one.History.Events[0].At.AddMinutes(after), ClockEventKind.Extend) { Extension = new(kind, TimeSpan.FromMinutes(more)) }
        select (one with { History = one.History with { Events = [.. one.History.Events, extension] } }, one);

    // A history of pauses alone, and the same with one of them taken out.
    private static Gen<(ClockCase With, ClockCase Without)> Paused =>
        from one in AnyClock.Case
        from minutes in Gen.ListOf(Gen.Choose(1, 10 * 1440), 6)
        let received = one.History.Events[0]
        let moments = minutes.Distinct().Order().Select(m => received.At.AddMinutes(m)).ToList()
        let pauses = moments.Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => new ClockEvent[] { new(pair[0], ClockEventKind.Pause), new(pair[1], ClockEventKind.Resume) })
            .ToList()
        where pauses.Count > 0
        from left in Gen.Choose(0, pauses.Count - 1)
        select (With(one, pauses), With(one, pauses.Where((_, i) => i != left)));

    private static ClockCase With(ClockCase one, IEnumerable<ClockEvent[]> pauses) =>
        one with { History = one.History with { Events = [one.History.Events[0], .. pauses.SelectMany(p => p)] } };

    private static WorkingCalendar With(WorkingCalendar calendar, KeyValuePair<LocalDate, CalendarDay> day) =>
        calendar with { Days = calendar.Days.Where(d => d.Key != day.Key).Append(day).ToDictionary() };

    private static string Shown(ClockReading reading) =>
        string.Join('\n', reading.All.Select(d => $"{d.Kind} {d.Due:O} {d.State} {d.Elapsed} {d.StoppedAt:O} {d.IsCounting} {string.Join(' ', d.Breaches)}"));

    private static void Holds<T>(int cases, Gen<T> gen, Func<T, bool> law) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20260302, 7));
}
