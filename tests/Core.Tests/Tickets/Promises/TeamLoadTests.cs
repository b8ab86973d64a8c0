using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Tickets.Promises;

/// <summary>On each of 27 days 20 customers wrote at 08:00 and were answered at 11:00; Monday, 2 March 2026, 10:00 is now.</summary>
public sealed class TeamLoadTests
{
    private static readonly Ticket Refund = Opened(Monday10, Understood("refund", Priority.P3)).Ticket;

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public void It_is_high_from_a_quarter_above_what_waits_on_nine_of_ten_such_days(int waiting, bool isHigh)
    {
        var load = Assert.Single(TeamLoad.Of([.. Before(27, 20), .. Waiting(waiting)], Policies.House.Policy, Monday10));

        Assert.Equal((Refund.Team, "china", waiting, 20, isHigh), (load.Team, load.Calendar, load.Unanswered, load.Usual!.Value, load.IsHigh));
    }

    [Fact]
    public void A_closed_weekend_is_no_measure_for_a_working_day()
    {
        // Only on Saturdays and Sundays many wait.
        var tickets = Before(27, 20).SelectMany(t => t.OpenedAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Enumerable.Repeat(t, 10) : [t]);

        Assert.Equal(20, Assert.Single(TeamLoad.Of([.. tickets, .. Waiting(12)], Policies.House.Policy, Monday10)).Usual);
    }

    [Fact]
    public void A_few_are_never_many() =>
        Assert.False(Assert.Single(TeamLoad.Of([.. Before(27, 1), .. Waiting(9)], Policies.House.Policy, Monday10)).IsHigh);

    [Fact]
    public void Who_has_known_too_few_days_does_not_know_what_is_usual()
    {
        var load = Assert.Single(TeamLoad.Of([.. Before(4, 20), .. Waiting(500)], Policies.House.Policy, Monday10));

        Assert.Equal((null, false), (load.Usual, load.IsHigh));
    }

    private static IEnumerable<Ticket> Before(int days, int tickets) =>
        from day in Enumerable.Range(1, days)
        from n in Enumerable.Range(0, tickets)
        let at = Monday10.AddDays(-day)
        select Refund with { OpenedAt = at.AddHours(-2), AnsweredAt = at.AddHours(1) };

    private static IEnumerable<Ticket> Waiting(int tickets) => Enumerable.Repeat(Refund with { OpenedAt = Monday10.AddMinutes(-5) }, tickets);
}
