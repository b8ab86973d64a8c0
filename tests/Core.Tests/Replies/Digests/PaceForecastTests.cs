using FsCheck;
using FsCheck.Fluent;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies.Digests;

public sealed class PaceForecastTests
{
    private static readonly DateTimeOffset Start = Shanghai("2026-03-02 00:00");

    private static readonly Ticket First = Opened(Monday10, Understood("refund", Priority.P3)).Ticket;

    private static Gen<(DateTimeOffset At, int Answers, int[] Dues)> Case =>
        from at in Gen.Choose(0, 14 * 24 * 60)
        from answers in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(1, 400)))
        from dues in Gen.Choose(-3000, 3000).ArrayOf()
        select (Start.AddMinutes(at), answers, dues);

    [Fact]
    public void What_is_late_is_what_a_team_that_works_minute_by_minute_does_not_reach() => Holds(60, c =>
    {
        var forecast = Forecast(c.At, c.Answers, c.Dues);
        var finished = Simulated(c.At, forecast.PerHour, c.Dues.Length);

        // A minute either way is the simulation's own grain.
        return forecast.Queue.Select((t, i) => (t, End: finished[i])).All(x =>
            x.End is { } end && Math.Abs((end - x.t.Due).TotalMinutes) <= 1 || x.t.IsLate == (x.End is null || x.End > x.t.Due));
    });

    [Fact]
    public void A_faster_team_is_never_later() => Holds(200, c =>
        Forecast(c.At, c.Answers + 50, c.Dues).Queue.Zip(Forecast(c.At, c.Answers, c.Dues).Queue).All(pair => !pair.First.IsLate || pair.Second.IsLate));

    [Fact]
    public void The_queue_holds_every_ticket_that_is_due_in_order_and_the_overdue_are_late() => Holds(200, c =>
    {
        var queue = Forecast(c.At, c.Answers, c.Dues).Queue;
        return queue.Select(t => t.Due).SequenceEqual(c.Dues.Select(d => c.At.AddMinutes(d)).Order())
            && queue.All(t => t.IsOverdue == t.Due <= c.At && (!t.IsOverdue || t.IsLate));
    });

    private static PaceForecast Forecast(DateTimeOffset at, int answers, int[] dues)
    {
        var tickets = dues.Select((d, i) => First with
        {
            Number = TicketNumber.Derive(Policies.Key, "forecast", i),
            ResponseDue = i % 2 == 0 ? at.AddMinutes(d) : null,
            ResolutionDue = at.AddMinutes(i % 2 == 0 ? d + 100 : d),
        });
        var given = Enumerable.Range(0, answers).Select(i => new AnswerGiven(at.AddMinutes(-i), "payments", "mei")).ToList();
        return PaceForecast.Of("payments", tickets, new() { At = at, Open = [], Answers = given }, HouseCalendars.China);
    }

    // Works one open minute after the other, and notes when each ticket is done.
    private static DateTimeOffset?[] Simulated(DateTimeOffset at, double perHour, int count)
    {
        var done = new DateTimeOffset?[count];
        var work = 0d;
        for (var (minute, next) = (0, 0); minute < 6 * 24 * 60 && next < count; minute++)
        {
            work += HouseCalendars.China.IsOpen(at.AddMinutes(minute)) ? perHour / 60 : 0;
            for (; next < count && work >= next + 1 - 1e-9; next++)
            {
                done[next] = at.AddMinutes(minute + 1);
            }
        }

        return done;
    }

    private static void Holds(int cases, Func<(DateTimeOffset At, int Answers, int[] Dues), bool> law) =>
        Prop.ForAll(Case.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(20).WithReplay(20260302, 7));
}
