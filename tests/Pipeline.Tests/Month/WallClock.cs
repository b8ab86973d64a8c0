using Mailroom.Core.Deadlines;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>The office hours of the month, written down once more and counted minute by minute: what the product is measured against.</summary>
internal static class WallClock
{
    private static readonly DateTimeOffset Zero = MonthPlan.Begin.AddDays(-1);
    private static readonly int[] OpenBefore = Sums();

    /// <summary>The open minutes between two whole minutes.</summary>
    /// <param name="always">True for the clock that never stands.</param>
    /// <param name="from">The first minute.</param>
    /// <param name="to">The minute after the last.</param>
    public static int Minutes(bool always, DateTimeOffset from, DateTimeOffset to) =>
        to <= from ? 0 : always ? Index(to) - Index(from) : OpenBefore[Index(to)] - OpenBefore[Index(from)];

    /// <summary>The target in minutes, and whether it runs around the clock.</summary>
    public static (int Minutes, bool Always) Target(DeadlineKind kind, Priority priority, string category) => (kind == DeadlineKind.Resolution, priority) switch
    {
        (false, Priority.P1) => (30, true),
        (true, Priority.P1) => (480, true),
        (false, Priority.P2) => (120, IsMoney(category)),
        (true, Priority.P2) => IsMoney(category) ? (1440, true) : (480, false),
        (false, Priority.P3) => (480, false),
        (true, Priority.P3) => (1440, false),
        (false, _) => (960, false),
        (true, _) => (2400, false),
    };

    private static bool IsMoney(string category) =>
        category is "payment_failed" or "charged_not_credited" or "top_up" or "withdrawal" or "refund" or "transaction_dispute";

    private static int Index(DateTimeOffset at) => (int)(at - Zero).TotalMinutes;

    private static int[] Sums()
    {
        var sums = new int[(45 * 1440) + 1];
        for (var i = 0; i < sums.Length - 1; i++)
        {
            sums[i + 1] = sums[i] + (IsOpen(Zero.AddMinutes(i)) ? 1 : 0);
        }

        return sums;
    }

    private static bool IsOpen(DateTimeOffset at)
    {
        var (day, hour) = (at.Date, at.Hour);
        var isHoliday = day is { Month: 5, Day: <= 5 };
        var isMakeUp = day is { Month: 5, Day: 9 };
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isWorkday = !isHoliday && (!isWeekend || isMakeUp);
        return isWorkday && hour is >= 9 and < 18 and not 12;
    }
}
