using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Says whether what a person wants of a ticket can be done, was done, or why not, before it is decided.</summary>
public static class SteeringRules
{
    /// <summary>The verdict.</summary>
    /// <param name="history">The ticket as it is now.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="seen">What the person saw, and how much they insist.</param>
    /// <param name="policy">The policy.</param>
    public static SteerVerdict Judge(TicketHistory history, TicketCommand wish, SeenTicket seen, SupportPolicy policy)
    {
        if (history.Ticket is not { } ticket)
        {
            return new SteerVerdict.Refused(new SteerRefusal.NoTicket());
        }

        if (ticket.MergedInto is { } into)
        {
            return new SteerVerdict.Refused(new SteerRefusal.Merged(into));
        }

        if (IsSoAlready(history, wish, policy) || IsThatWish(history, wish, seen))
        {
            return new SteerVerdict.DoneBefore();
        }

        return HasMoved(history, seen) ? new SteerVerdict.Refused(new SteerRefusal.Moved())
            : Refuse(history, ticket, wish, seen, policy) is { } refusal ? new SteerVerdict.Refused(refusal)
            : new SteerVerdict.Go();
    }

    /// <summary>True for the event that a wish leaves, whenever it was carried out.</summary>
    public static bool IsTrace(TicketCommand wish, TicketEvent happened) => (wish, happened) switch
    {
        (TicketCommand.NoteAgentReply w, TicketEvent.AgentReplied e) => e.MailId == w.MailId,
        (TicketCommand.Resolve w, TicketEvent.Resolved e) => e.Agent == w.Agent,
        (TicketCommand.Pause w, TicketEvent.Paused e) => (e.Agent, e.Why) == (w.Agent, w.Why),
        (TicketCommand.EndPause w, TicketEvent.Resumed e) => (e.Agent, e.Why) == (w.Agent, w.Why),
        (TicketCommand.Reopen w, TicketEvent.Reopened e) => (e.Agent, e.Why) == (w.Agent, w.Why),
        (TicketCommand.Recategorise w, TicketEvent.Recategorised e) => (e.Agent, e.Category, e.Why) == (w.Agent, w.Category, w.Why),
        (TicketCommand.Prioritise w, TicketEvent.Prioritised e) => (e.Agent, e.Priority, e.Why) == (w.Agent, w.Priority, w.Why),
        (TicketCommand.Reassign w, TicketEvent.Reassigned e) => (e.Agent, e.Team, e.Why) == (w.Agent, w.Team, w.Why),
        (TicketCommand.Assign w, TicketEvent.Assigned e) => (e.Agent, e.Assignee, e.Why) == (w.Agent, w.Assignee, w.Why),
        (TicketCommand.EscalateByHand w, TicketEvent.EscalatedByHand e) => (e.Agent, e.Why) == (w.Agent, w.Why),
        (TicketCommand.Extend w, TicketEvent.Extended e) => (e.Agent, e.Deadline, e.Why) == (w.Agent, w.Deadline, w.Why),
        _ => false,
    };

    // A wish that comes again carries the version that it was made on: the event after that version is its own.
    private static bool IsThatWish(TicketHistory history, TicketCommand wish, SeenTicket seen) =>
        seen.Version is { } version && history.Events.ElementAtOrDefault(version) is { } next && IsTrace(wish, next);

    private static bool IsSoAlready(TicketHistory history, TicketCommand wish, SupportPolicy policy) => (wish, history.Ticket!) switch
    {
        (TicketCommand.NoteAgentReply w, _) => history.Events.Any(e => IsTrace(w, e)),
        (TicketCommand.Resolve, { Status: TicketStatus.Resolved }) => true,
        (TicketCommand.Pause, { Status: TicketStatus.Waiting }) => true,
        (TicketCommand.EndPause, { Status: TicketStatus.New or TicketStatus.Open }) => true,
        (TicketCommand.Reopen, { Status: not TicketStatus.Resolved }) => true,
        (TicketCommand.Recategorise w, var t) => w.Category == t.Category,
        (TicketCommand.Prioritise w, var t) => w.Priority == t.Priority,
        (TicketCommand.Reassign w, var t) => w.Team == t.Team,
        (TicketCommand.Assign w, var t) => w.Assignee == t.Assignee,
        (TicketCommand.Extend w, _) => TicketExtension.Judge(history, w, policy) is ExtensionVerdict.NotLater { IsThere: true },
        _ => false,
    };

    // What the program notes by itself overwrites nobody's work.
    private static bool HasMoved(TicketHistory history, SeenTicket seen) =>
        seen.Version is { } version && (version > history.Events.Count || history.Events.Skip(version).Any(e => e is not (
            TicketEvent.LadderReached or TicketEvent.Promised or TicketEvent.Repromised or TicketEvent.RepromiseWithheld or TicketEvent.FollowUpAcknowledged
            or TicketEvent.Reminded or TicketEvent.SatisfactionAsked or TicketEvent.AskedToResend or TicketEvent.AutomaticMailArrived
            or TicketEvent.MailParked or TicketEvent.MailHeld or TicketEvent.MailReleased or TicketEvent.MailDropped or TicketEvent.MailResent)));

    private static SteerRefusal? Refuse(TicketHistory history, Ticket ticket, TicketCommand wish, SeenTicket seen, SupportPolicy policy) => wish switch
    {
        TicketCommand.Pause or TicketCommand.EndPause or TicketCommand.Assign or TicketCommand.EscalateByHand when ticket.Status == TicketStatus.Resolved => new SteerRefusal.IsResolved(),
        TicketCommand.Assign w when !seen.Force && ticket.Assignee is { } other && other != w.Agent => new SteerRefusal.Taken(other),
        TicketCommand.Recategorise w when policy.Categories.All(c => c.Code != w.Category) => new SteerRefusal.Unknown("category", [.. policy.Categories.Select(c => c.Code)]),
        TicketCommand.Reassign w when policy.Teams.All(t => t.Name != w.Team) => new SteerRefusal.Unknown("team", [.. policy.Teams.Select(t => t.Name)]),
        TicketCommand.Extend w => TicketExtension.Judge(history, w, policy) switch
        {
            ExtensionVerdict.NothingDue => new SteerRefusal.NothingDue(),
            ExtensionVerdict.NotLater => new SteerRefusal.NotLater(),
            ExtensionVerdict.TooFar far => new SteerRefusal.TooFar(far.Left),
            _ => null,
        },
        _ => null,
    };
}

/// <summary>What a person saw of a ticket when they wanted something of it.</summary>
/// <param name="Version">The version that they saw; null when they do not say.</param>
/// <param name="Force">True to take a ticket from whoever has it.</param>
public sealed record SeenTicket(int? Version = null, bool Force = false);

/// <summary>Whether a wish can be carried out.</summary>
public abstract record SteerVerdict
{
    private SteerVerdict()
    {
    }

    /// <summary>It can.</summary>
    public sealed record Go : SteerVerdict;

    /// <summary>It was, or the ticket is as wished anyway.</summary>
    public sealed record DoneBefore : SteerVerdict;

    /// <summary>It cannot.</summary>
    public sealed record Refused(SteerRefusal Why) : SteerVerdict;
}

/// <summary>Why a wish is not carried out.</summary>
public abstract record SteerRefusal
{
    private SteerRefusal()
    {
    }

    /// <summary>There is no such ticket.</summary>
    public sealed record NoTicket : SteerRefusal;

    /// <summary>It was merged; the other one is worked.</summary>
    public sealed record Merged(TicketNumber Into) : SteerRefusal;

    /// <summary>Somebody changed it, or the customer wrote, since it was seen.</summary>
    public sealed record Moved : SteerRefusal;

    /// <summary>Somebody else has it.</summary>
    public sealed record Taken(string By) : SteerRefusal;

    /// <summary>It is solved; reopen it first.</summary>
    public sealed record IsResolved : SteerRefusal;

    /// <summary>The policy has no such thing.</summary>
    /// <param name="What">"category" or "team".</param>
    /// <param name="Known">What there is.</param>
    public sealed record Unknown(string What, IReadOnlyList<string> Known) : SteerRefusal;

    /// <summary>Nobody waits for what was to be extended.</summary>
    public sealed record NothingDue : SteerRefusal;

    /// <summary>The deadline lies later already.</summary>
    public sealed record NotLater : SteerRefusal;

    /// <summary>The policy's bound would be passed.</summary>
    /// <param name="Left">What may still be granted: counted time.</param>
    public sealed record TooFar(TimeSpan Left) : SteerRefusal;
}
