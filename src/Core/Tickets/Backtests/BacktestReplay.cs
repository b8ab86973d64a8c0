using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Backtests;

/// <summary>Puts a ticket under a policy.</summary>
/// <remarks>
/// Only what a policy decides by itself is decided anew: a priority or team that the policy in force gives a category becomes the one that the
/// other policy gives it. What words or people made of a ticket stays.
/// </remarks>
internal static class BacktestReplay
{
    /// <summary>The ticket's clock under a policy.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="inForce">The policy that its terms were made by.</param>
    public static ClockHistory Under(BacktestTicket ticket, SupportPolicy policy, SupportPolicy inForce)
    {
        var cases = Cases(ticket, policy, inForce);
        return new(
            [new(ticket.ReceivedAt, ClockEventKind.CustomerMail), .. ticket.Moves],
            [.. cases.Select(c => new TargetsFrom(c.From, TargetTable.For(c.Case, policy)))]);
    }

    /// <summary>What its targets depended on in the end, under the policy in force.</summary>
    public static TargetCase Last(BacktestTicket ticket, SupportPolicy inForce) => Cases(ticket, inForce, inForce)[^1].Case;

    private static List<(DateTimeOffset From, TargetCase Case)> Cases(BacktestTicket ticket, SupportPolicy policy, SupportPolicy inForce)
    {
        var (made, makes) = (inForce.Category(ticket.Terms.Category), policy.Category(ticket.Terms.Category));
        var team = ticket.Terms.Team is { } own && own != made.Team ? own : makes.Team;
        var cases = new List<(DateTimeOffset From, TargetCase Case)>
        {
            (ticket.ReceivedAt, new(Priority(ticket.Terms.Priority, made.Priority, makes.Priority), makes, team, ticket.Terms.Language)),
        };
        foreach (var change in ticket.Changes)
        {
            cases.Add((change.At, change.To(cases[^1].Case, policy)));
        }

        return cases;
    }

    // Words that made it more urgent than its category is still do.
    private static Priority Priority(Priority? had, Priority made, Priority makes) =>
        had is not { } own || own == made ? makes : own < made && makes < own ? makes : own;
}
