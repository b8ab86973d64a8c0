using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Backtests;

/// <summary>A ticket as it is replayed: what moved its clocks and what its targets depend on. It holds no words and no address.</summary>
/// <param name="Id">What it is called, for example its number.</param>
/// <param name="ReceivedAt">When the first mail came.</param>
/// <param name="Terms">What its targets depended on at first.</param>
/// <param name="Moves">What moved its clocks after the first mail, in the order in which it was decided.</param>
/// <param name="Changes">What was changed about it, earliest first.</param>
public sealed record BacktestTicket(
    string Id, DateTimeOffset ReceivedAt, BacktestTerms Terms, IReadOnlyList<ClockEvent> Moves, IReadOnlyList<TermsChange> Changes)
{
    /// <summary>The ticket of a history; null when there is none.</summary>
    public static BacktestTicket? Of(TicketHistory history)
    {
        var events = history.Standing;
        if (history.Ticket is null || events is not [TicketEvent.Opened opened, ..])
        {
            return null;
        }

        var moves = TicketClock.Moves(events);
        var first = moves.Where(m => m.Kind == ClockEventKind.CustomerMail).MinBy(m => m.At)!;
        var read = opened.Understanding;
        return new(
            history.Ticket.Number.Value,
            first.At,
            new(read.Category, read.ReplyLanguage) { Priority = read.Priority, Team = opened.Team },
            [.. moves.Where(m => !ReferenceEquals(m, first))],
            ChangesOf(events));
    }

    private static List<TermsChange> ChangesOf(IReadOnlyList<TicketEvent> events)
    {
        var changes = new List<TermsChange>();
        var (ticket, since) = (TicketFold.After(null, events[0]), events[0].At);
        foreach (var e in events.Skip(1))
        {
            var before = ticket;
            ticket = TicketFold.After(ticket, e);
            var change = new TermsChange(e.At > since ? e.At : since)
            {
                Category = before.Category == ticket.Category ? null : ticket.Category,
                Priority = before.Priority == ticket.Priority ? null : ticket.Priority,
                Team = before.Team == ticket.Team ? null : ticket.Team,
                IsRaise = e is TicketEvent.CustomerWrote,
            };
            if (!change.IsEmpty)
            {
                // As in force: a mail that was worked late changes nothing that was decided before it.
                changes.Add(change);
                since = change.At;
            }
        }

        return changes;
    }
}

/// <summary>What a ticket's targets depend on.</summary>
/// <param name="Category">The category's code.</param>
/// <param name="Language">The language that its customer is answered in.</param>
public sealed record BacktestTerms(string Category, ReplyLanguage Language)
{
    /// <summary>Its priority; null where it is its category's.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Its team; null where it is its category's.</summary>
    public string? Team { get; init; }
}

/// <summary>Something was changed about a ticket; what is null stayed.</summary>
/// <param name="At">When.</param>
public sealed record TermsChange(DateTimeOffset At)
{
    /// <summary>The name of a change by a person.</summary>
    public const string Changed = "change";

    /// <summary>The name of a change by the customer's words.</summary>
    public const string Raised = "raise";

    /// <summary>Its new category. Team and priority do not change with it.</summary>
    public string? Category { get; init; }

    /// <summary>Its new priority.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Its new team.</summary>
    public string? Team { get; init; }

    /// <summary>True when the customer's words did it: they make a ticket more urgent, never less.</summary>
    public bool IsRaise { get; init; }

    /// <summary>What tools call it: "change", or "raise" where the customer's words did it.</summary>
    public string Name => IsRaise ? Raised : Changed;

    /// <summary>True when nothing changed.</summary>
    public bool IsEmpty => Category is null && Priority is null && Team is null;

    /// <summary>What a ticket's targets depend on after it.</summary>
    /// <param name="before">What they depended on before.</param>
    /// <param name="policy">The policy that knows the categories.</param>
    public TargetCase To(TargetCase before, SupportPolicy policy) => before with
    {
        Category = Category is { } category ? policy.Category(category) : before.Category,
        Priority = Priority is not { } priority || (IsRaise && before.Priority < priority) ? before.Priority : priority,
        Team = Team ?? before.Team,
    };
}
