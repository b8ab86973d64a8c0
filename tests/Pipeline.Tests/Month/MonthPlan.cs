using System.Globalization;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>Who does what when in the month: derived from each ticket's index, the same in every run.</summary>
internal static class MonthPlan
{
    private const int Usual = 160;

    /// <summary>How many tickets the month has: a few in an ordinary run, as many as MAILROOM_MONTH_TICKETS says in one of its own.</summary>
    public static int Tickets { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("MAILROOM_MONTH_TICKETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var tickets) ? tickets : Usual;

    /// <summary>Monday, 20 April 2026: the month has Labour Day, 1 to 5 May, and the make-up Saturday of 9 May.</summary>
    public static DateTimeOffset Begin { get; } = Moments.Shanghai("2026-04-20 00:00");

    /// <summary>Its end, some days after the last letter.</summary>
    public static DateTimeOffset End { get; } = Begin.AddDays(33);

    /// <summary>
    /// The tickets are lived in so many houses, one after the other: the emulator reads a whole table for each range that it is asked for, so that
    /// time grows with the square of a house's tickets.
    /// </summary>
    public static int Houses => Math.Max(1, Tickets / Usual);

    /// <summary>All deeds of a house in order; each house has letters of every category, over the whole month.</summary>
    public static IReadOnlyList<MonthDeed> Deeds(int house) =>
    [
        .. Enumerable.Range(0, Tickets).Where(i => i / MonthLetters.Count % Houses == house)
            .SelectMany(Of).Where(d => d.At < End).OrderBy(d => d.At).ThenBy(d => d.Ticket),
    ];

    private static IEnumerable<MonthDeed> Of(int i)
    {
        // Over 30 days; two in three within the day, the rest by night.
        var minute = i % 3 == 0 ? i * 7919 % 1440 : 540 + (i * 613 % 600);
        var at = Begin.AddDays(i * 30 / Tickets).AddMinutes(minute);
        yield return Deed(0, MonthDeedKind.Letter);
        foreach (var (after, kind) in Life(i))
        {
            yield return Deed(after, kind);
        }

        MonthDeed Deed(int after, MonthDeedKind kind) => new(at.AddMinutes(after), i, kind);
    }

    // Minutes after the first letter. Most are answered soon; some late, some never; some go back and forth.
    private static (int After, MonthDeedKind Kind)[] Life(int i)
    {
        var (soon, late) = (20 + (i * 37 % 160), 700 + (i * 101 % 3000));
        return (i * 31 % 100) switch
        {
            < 50 => [(soon, MonthDeedKind.Answer), (soon + 45, MonthDeedKind.Solve)],
            < 62 => [(late, MonthDeedKind.Answer), (late + 300, MonthDeedKind.Solve)],
            < 68 => i % 16 == 0 ? [(40, MonthDeedKind.Take)] : [],
            < 78 => [(soon, MonthDeedKind.Take), (soon + 5, MonthDeedKind.Answer), (soon + 400, MonthDeedKind.Reply), (soon + late, MonthDeedKind.Answer), (soon + late + 60, MonthDeedKind.Solve)],
            < 84 => [(15, MonthDeedKind.Reply), (late, MonthDeedKind.Answer), (late + 30, MonthDeedKind.Pause), (late + 3000, MonthDeedKind.Reply), (late + 3100, MonthDeedKind.Answer), (late + 9000, MonthDeedKind.Solve)],
            < 90 => [(soon, MonthDeedKind.Answer), (soon + 30, MonthDeedKind.Solve), (soon + 2000, MonthDeedKind.Reply), (soon + 2000 + late, MonthDeedKind.Answer)],
            < 95 => [(soon, MonthDeedKind.Answer), (soon + 10, MonthDeedKind.Raise), (soon + 500, MonthDeedKind.Reply)],
            _ => [(late, MonthDeedKind.Take), (late + 100, MonthDeedKind.Answer), (late + 130, MonthDeedKind.Pause), (late + 4000, MonthDeedKind.GoOn), (late + 12000, MonthDeedKind.Solve)],
        };
    }
}

/// <summary>One thing that somebody does.</summary>
/// <param name="At">When: a whole minute.</param>
/// <param name="Ticket">The ticket's index.</param>
/// <param name="Kind">What.</param>
internal sealed record MonthDeed(DateTimeOffset At, int Ticket, MonthDeedKind Kind);

/// <summary>What customers and agents do.</summary>
internal enum MonthDeedKind
{
    /// <summary>The customer writes first.</summary>
    Letter,

    /// <summary>The customer answers our mail.</summary>
    Reply,

    /// <summary>An agent takes the ticket.</summary>
    Take,

    /// <summary>An agent answers.</summary>
    Answer,

    /// <summary>An agent waits for the customer.</summary>
    Pause,

    /// <summary>An agent no longer waits.</summary>
    GoOn,

    /// <summary>An agent makes it more urgent.</summary>
    Raise,

    /// <summary>An agent solves it.</summary>
    Solve,
}
