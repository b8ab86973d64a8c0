using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>What people change about a ticket that is worked: its clock and deadlines, category, priority, team and person.</summary>
internal static class TicketSteering
{
    /// <summary>The event that a command causes; null when it changes nothing, or names what the policy does not know.</summary>
    public static TicketEvent? Decide(TicketHistory history, TicketCommand command, SupportPolicy policy) =>
        command is TicketCommand.Extend wish ? Extended(history, wish, policy) : Changed(history.Ticket!, command, policy);

    private static TicketEvent.Extended? Extended(TicketHistory history, TicketCommand.Extend wish, SupportPolicy policy) =>
        TicketExtension.Judge(history, wish, policy) is ExtensionVerdict.Granted granted
            ? new(wish.At, wish.Agent, wish.Deadline, granted.By, wish.Why)
            : null;

    private static TicketEvent? Changed(Ticket ticket, TicketCommand command, SupportPolicy policy) => command switch
    {
        TicketCommand.Pause c when ticket.Status is TicketStatus.New or TicketStatus.Open => new TicketEvent.Paused(c.At, c.Agent, c.Why),
        TicketCommand.EndPause c when ticket.Status is TicketStatus.Waiting => new TicketEvent.Resumed(c.At, c.Agent, c.Why),
        TicketCommand.Reopen c when ticket.Status is TicketStatus.Resolved => new TicketEvent.Reopened(c.At, c.Agent, c.Why),
        TicketCommand.Recategorise c when c.Category != ticket.Category && policy.Categories.Any(k => k.Code == c.Category) =>
            new TicketEvent.Recategorised(c.At, c.Agent, c.Category, c.Why),
        TicketCommand.Prioritise c when c.Priority != ticket.Priority => new TicketEvent.Prioritised(c.At, c.Agent, c.Priority, c.Why),
        TicketCommand.Reassign c when c.Team != ticket.Team && policy.Teams.Any(t => t.Name == c.Team) =>
            new TicketEvent.Reassigned(c.At, c.Agent, c.Team, c.Why),
        TicketCommand.Assign c when c.Assignee != ticket.Assignee && ticket.Status != TicketStatus.Resolved =>
            new TicketEvent.Assigned(c.At, c.Agent, c.Assignee, c.Why),
        _ => null,
    };
}
