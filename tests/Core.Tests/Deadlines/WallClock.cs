using Mailroom.Core.Deadlines;
using NodaTime;

namespace Mailroom.Core.Tests.Deadlines;

/// <summary>The plainest reference there is: a look at the clock on the wall, minute after minute.</summary>
internal static class WallClock
{
    /// <summary>Is the wall clock in a window, and in no break?</summary>
    public static bool IsOpen(WorkingCalendar calendar, DateTimeOffset at)
    {
        var wall = Instant.FromDateTimeOffset(at).InZone(calendar.Zone).LocalDateTime;
        var inWindow = Windows(calendar, wall.Date).Any(w => wall.TimeOfDay >= w.From && (w.To <= w.From || wall.TimeOfDay < w.To))
            || Windows(calendar, wall.Date.PlusDays(-1)).Any(w => w.To <= w.From && wall.TimeOfDay < w.To);
        return inWindow && !calendar.Breaks.Any(b => b.Time.To > b.Time.From
            ? wall.TimeOfDay >= b.Time.From && wall.TimeOfDay < b.Time.To
            : wall.TimeOfDay >= b.Time.From || wall.TimeOfDay < b.Time.To);
    }

    /// <summary>Goes minute by minute from a start to the moment at which so many open minutes have passed.</summary>
    public static DateTimeOffset Walk(WorkingCalendar calendar, DateTimeOffset at, int minutes)
    {
        for (var left = minutes; left > 0; at = at.AddMinutes(1))
        {
            left -= IsOpen(calendar, at) ? 1 : 0;
        }

        return at;
    }

    /// <summary>The solution's deadline, by living through its history.</summary>
    public static (DateTimeOffset Due, DeadlineState State, TimeSpan Elapsed) Resolution(ClockCase one)
    {
        var life = new Life(one);
        life.LiveUntilNow();
        var elapsed = TimeSpan.FromMinutes(life.Counted);
        return life.Missed is { } missed ? (missed, DeadlineState.Breached, elapsed) : (life.GoOn(), life.State, elapsed);
    }

    private static IReadOnlyList<TimeWindow> Windows(WorkingCalendar calendar, LocalDate date) =>
        calendar.Days.TryGetValue(date, out var day) ? day.Windows : calendar.Week.GetValueOrDefault(date.DayOfWeek, []);

    private sealed class Life
    {
        private readonly ClockCase _case;
        private readonly List<ClockEvent> _events;
        private ClockEventKind? _standing;
        private DateTimeOffset? _ended;
        private DateTimeOffset? _reached;
        private readonly double _target;

        public Life(ClockCase one)
        {
            _case = one;
            _events = [.. one.History.Events.Where(e => e.At <= one.Now).OrderBy(e => e.At)];
            foreach (var e in _events)
            {
                Take(e);
            }

            _target = InForce(one.Now).Within.Hours.TotalMinutes
                + _events.Where(e => e.Extension is not null && (_ended is not { } end || e.At < end)).Sum(e => e.Extension!.By.TotalMinutes);
        }

        public int Counted { get; private set; }

        public DateTimeOffset? Missed { get; private set; }

        public DeadlineState State => _ended is not null ? DeadlineState.Met : _standing is not null ? DeadlineState.Paused : DeadlineState.Running;

        public void LiveUntilNow()
        {
            var ended = _ended;
            _standing = null;
            for (var at = _events[0].At; at <= _case.Now; at = at.AddMinutes(1))
            {
                foreach (var e in _events.Where(e => e.At == at))
                {
                    Take(e);
                }

                if (_standing is not null)
                {
                    continue;
                }

                Missed ??= IsDue(at) ? at : null;
                if (at < _case.Now)
                {
                    Count(at);
                }
            }

            _ended = ended;
        }

        // Not missed: a clock that ended goes on from there, one that is paused from now.
        public DateTimeOffset GoOn()
        {
            var at = _ended ?? _case.Now;
            _reached = State == DeadlineState.Paused ? null : _reached;
            while (!IsDue(at))
            {
                Count(at);
                at = at.AddMinutes(1);
            }

            return at;
        }

        private bool IsDue(DateTimeOffset at) => Counted >= _target && (at == _reached || IsOpen(InForce(at).Calendar, at));

        private void Count(DateTimeOffset at)
        {
            if (IsOpen(InForce(at).Calendar, at))
            {
                Counted++;
                _reached = Counted == _target ? at.AddMinutes(1) : _reached;
            }
        }

        private void Take(ClockEvent e)
        {
            var before = _standing;
            _standing = e.Kind switch
            {
                ClockEventKind.Pause => before ?? e.Kind,
                ClockEventKind.Resolve => e.Kind,
                ClockEventKind.Reopen => null,
                ClockEventKind.Resume or ClockEventKind.CustomerMail => before == ClockEventKind.Pause ? null : before,
                ClockEventKind.AgentReply or ClockEventKind.Extend => before,
                _ => throw new ArgumentOutOfRangeException(nameof(e), e.Kind, null),
            };
            _ended = _standing != ClockEventKind.Resolve ? null : before == ClockEventKind.Resolve ? _ended : e.At;
        }

        // What changes after the end, or lies ahead, is not in force.
        private ClockTarget InForce(DateTimeOffset at)
        {
            var last = at < _case.Now ? at : _case.Now;
            return _case.History.Targets.Last(t => t.From <= last && (_ended is not { } end || last < end || t.From < end)).Targets.Resolution;
        }
    }
}
