using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>Why a ticket is overdue, as far as its state tells.</summary>
public enum OverdueCause
{
    /// <summary>Nobody has taken it, and nobody has answered.</summary>
    NeverTaken,

    /// <summary>Somebody has it, and nobody has answered.</summary>
    TakenNotAnswered,

    /// <summary>The customer wrote again after our answer.</summary>
    CustomerWaitsAgain,

    /// <summary>It was solved and opened again.</summary>
    Reopened,

    /// <summary>It is on hold, although the customer has no answer.</summary>
    OnHoldUnanswered,

    /// <summary>It was answered and is not solved.</summary>
    NotSolved,
}

/// <summary>Tells causes.</summary>
public static class OverdueCauses
{
    /// <summary>The cause for a ticket whose earlier deadline has passed.</summary>
    public static OverdueCause Of(Ticket ticket) => ticket switch
    {
        { Status: TicketStatus.Waiting } => OverdueCause.OnHoldUnanswered,
        { AnsweredAt: null, Assignee: null } => OverdueCause.NeverTaken,
        { AnsweredAt: null } => OverdueCause.TakenNotAnswered,
        { ReopenedAt: { } at } when at >= ticket.LastCustomerAt => OverdueCause.Reopened,
        _ when ticket.ResponseDue is { } due && !(ticket.ResolutionDue < due) => OverdueCause.CustomerWaitsAgain,
        _ => OverdueCause.NotSolved,
    };
}
