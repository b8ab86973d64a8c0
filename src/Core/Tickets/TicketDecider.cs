using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Pauses;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Tickets;

/// <summary>A ticket's life as one table: (command, state) to events. Nothing to do is an empty list.</summary>
public static class TicketDecider
{
    /// <summary>The events that a command causes. A mail that the ticket already has causes none.</summary>
    public static IReadOnlyList<TicketEvent> Decide(TicketHistory history, TicketCommand command, HouseRules house) =>
        (history.Ticket, command) switch
        {
            (null, TicketCommand.Open c) => Open(c, house),
            (null, _) => [],
            (_, TicketCommand.Open) => [],
            (_, TicketCommand.AddReply c) when Knows(history, c.Mail) => [],
            ({ Status: TicketStatus.Waiting or TicketStatus.Resolved }, TicketCommand.AddReply { IsThanks: true } c) =>
                [new TicketEvent.CustomerThanked(c.At, c.Mail, c.Writer, c.Understanding.Excerpt, c.Why) { Evidence = c.Evidence }],
            (_, TicketCommand.AddReply c) =>
                WithTimers(history, Reply(history, c, house), house),
            (_, TicketCommand.NoteAutomaticMail c) when Knows(history, c.Mail) => [],
            (_, TicketCommand.NoteAutomaticMail c) => [new TicketEvent.AutomaticMailArrived(c.At, c.Mail, c.Kind, c.Why)],
            (_, TicketCommand.NoteBounce c) when Knows(history, c.Mail) => [],
            ({ } t, TicketCommand.NoteBounce c) => [new TicketEvent.DeliveryFailed(c.At, c.Mail, c.Report, c.Why) { MutedUntil = Muting.Until(t, c) }],
            (_, TicketCommand.NoteParkedMail c) when history.Events.OfType<TicketEvent.MailParked>()
                .Any(e => e.MailId == c.MailId && e.Attempt == c.Attempt) => [],
            (_, TicketCommand.NoteParkedMail c) => [new TicketEvent.MailParked(c.At, c.MailId, c.Attempt, c.ToCustomer, c.Cause, c.Why)],
            (_, TicketCommand.NoteHeldMail c) => [new TicketEvent.MailHeld(c.At, c.MailId, c.Domain, c.Why)],
            (_, TicketCommand.NoteReleasedMail c) => [new TicketEvent.MailReleased(c.At, c.Agent, c.MailId)],
            (_, TicketCommand.NoteDroppedMail c) => [new TicketEvent.MailDropped(c.At, c.Agent, c.MailId, c.Cause)],
            (_, TicketCommand.ResendMail c) when history.Events.OfType<TicketEvent.MailResent>()
                .Any(e => e.MailId == c.MailId && e.Attempt == c.Attempt) => [],
            (_, TicketCommand.ResendMail c) => [new TicketEvent.MailResent(c.At, c.Agent, c.MailId, c.Attempt, c.ToCustomer)],
            (_, TicketCommand.NoteAgentReply c) when history.Events.OfType<TicketEvent.AgentReplied>().Any(e => e.MailId == c.MailId) => [],
            (_, TicketCommand.NoteAgentReply c) => [new TicketEvent.AgentReplied(c.At, c.Agent, c.MailId)],
            ({ Status: TicketStatus.Resolved }, TicketCommand.Resolve) => [],
            (_, TicketCommand.Resolve c) => [new TicketEvent.Resolved(c.At, c.Agent)],
            (_, TicketCommand.Pause or TicketCommand.EndPause or TicketCommand.Reopen
                or TicketCommand.Recategorise or TicketCommand.Prioritise or TicketCommand.Reassign or TicketCommand.Assign
                or TicketCommand.Extend) => Steer(history, command, house),
            ({ Status: TicketStatus.Resolved }, TicketCommand.EscalateByHand) => [],
            ({ } t, TicketCommand.EscalateByHand c) => [new TicketEvent.EscalatedByHand(c.At, c.Agent, c.Why, MailIds.HandEscalation(house.Key, t.Number, c))],
            ({ MergedInto: not null }, TicketCommand.Merge) => [],
            ({ } t, TicketCommand.Merge c) when t.Number == c.Into => [],
            (_, TicketCommand.Merge c) => [new TicketEvent.MergedInto(c.At, c.Agent, c.Into)],
            ({ } t, TicketCommand.TakeIn c) when t.Number == c.From || history.Events.OfType<TicketEvent.TookIn>().Any(e => e.From == c.From) => [],
            (_, TicketCommand.TakeIn c) => [new TicketEvent.TookIn(c.At, c.Agent, c.From, c.People)],
            (_, TicketCommand.UndoJoin c) when history.Events.OfType<TicketEvent.JoinUndone>().Any(e => e.Sha256 == c.Sha256) => [],
            (_, TicketCommand.UndoJoin c) => history.Events.OfType<TicketEvent.CustomerWrote>().Any(e => e.Mail.Sha256 == c.Sha256)
                ? [new TicketEvent.JoinUndone(c.At, c.Agent, c.Sha256, c.Into)]
                : [],
            ({ MergedInto: null }, TicketCommand.Rate c) when !history.Events.Any(e => e is TicketEvent.CustomerRated) =>
                WithTimers(history, [new TicketEvent.CustomerRated(c.At, c.Rating, c.Comment)], house),
            (_, TicketCommand.Rate) => [],
            (_, TicketCommand.CheckDeadlines c) => Look(history, c, house),
            _ => throw new NotSupportedException($"No row decides about {command.GetType().Name}."),
        };

    /// <summary>The history after further events, the ticket's deadlines computed anew.</summary>
    public static TicketHistory Apply(TicketHistory history, IReadOnlyList<TicketEvent> events, HouseRules house)
    {
        if (events.Count == 0)
        {
            return history;
        }

        var after = new TicketHistory(events.Aggregate(history.Ticket, TicketFold.After), [.. history.Events, .. events]);
        if (events.Any(e => e is TicketEvent.JoinUndone))
        {
            // What a mail changed cannot be taken back step by step: the ticket is made anew of what stands.
            after = after with { Ticket = after.Standing.Aggregate((Ticket?)null, TicketFold.After)! with { Version = after.Events.Count } };
        }

        return after with { Ticket = Timed(after, house) };
    }

    private static List<TicketEvent> Open(TicketCommand.Open c, HouseRules house)
    {
        var team = house.Policy.Category(c.Understanding.Category).Team;
        List<TicketEvent> events =
        [
            new TicketEvent.Opened(c.At, c.Number, c.Mail, c.Requester, c.Understanding, team, c.Trust, c.LinkedTo, c.Why)
            {
                Evidence = c.Evidence,
                Suggested = c.Suggested,
            },
        ];
        var opened = Apply(TicketHistory.None, events, house);

        // A moment that has passed is no promise.
        var now = c.AskedAt ?? c.At;
        if (c.MayAcknowledge && opened.Ticket is { ResponseDue: { } due } ticket && (c.AskedAt is null || due > now))
        {
            var promise = PromiseMaking.Make(ticket, c.DecidedAt > now ? c.DecidedAt.Value : now, c.Times, house.Policy);
            events.Add(new TicketEvent.Promised(now, promise.By, MailIds.Acknowledgement(house.Key, c.Number, c.Mail.Sha256))
            {
                Usual = promise.Usual,
                IsBusy = promise.IsBusy,
                Earlier = c.Earlier,
            });
        }

        return [.. events, .. OfOurOwn(TicketTimers.Look(Apply(TicketHistory.None, events, house), c.At, house).Reached)];
    }

    /// <summary>True while nobody of a ticket has been asked to send a mail again that could not be read.</summary>
    public static bool MayAskToResend(TicketHistory history) =>
        !history.Events.Any(e => e is TicketEvent.AskedToResend)
        && !(history.Events is [TicketEvent.Opened { Understanding.Unread: not null }, ..] && history.Events.Any(e => e is TicketEvent.Promised));

    /// <summary>True when a reply would have something automatic written to its writer, if that may be.</summary>
    public static bool AsksForMail(TicketHistory history, TicketCommand.AddReply c, HouseRules house) =>
        history.Ticket is not null && !Knows(history, c.Mail)
        && (c.Understanding.Unread is not null ? MayAskToResend(history) : !c.IsThanks && FollowUp.IsWanted(history, Wrote(history.Ticket, c), house.Policy));

    private static TicketEvent.CustomerWrote Wrote(Ticket ticket, TicketCommand.AddReply c) =>
        new(c.At, c.Mail, c.Writer, c.Understanding, c.Why) { Evidence = c.Evidence, Brought = TicketFold.Brought(ticket, c.Understanding) };

    private static List<TicketEvent> Reply(TicketHistory history, TicketCommand.AddReply c, HouseRules house)
    {
        var wrote = Wrote(history.Ticket!, c);
        List<TicketEvent> events = [wrote];
        if (c is { MayAsk: true, Understanding.Unread: not null } && MayAskToResend(history))
        {
            events.Add(new TicketEvent.AskedToResend(c.At, MailIds.Acknowledgement(house.Key, history.Ticket!.Number, c.Mail.Sha256)));
        }

        if (c is { MayAcknowledge: true, IsThanks: false } && FollowUp.IsWanted(history, wrote, house.Policy))
        {
            events.Add(FollowUp.Acknowledge(Apply(history, events, house).Ticket!, wrote, house.Key));
        }

        return events;
    }

    // A raised priority can reach a rung at once: on call for P1.
    private static List<TicketEvent> WithTimers(TicketHistory history, List<TicketEvent> first, HouseRules house) =>
        [.. first, .. OfOurOwn(TicketTimers.Look(Apply(history, first, house), first[0].At, house).Reached)];

    // Whether something may be written to the customer is asked for a look at the clock alone, which comes at once.
    private static IEnumerable<TicketEvent> OfOurOwn(IEnumerable<TicketEvent> reached) => reached.Where(e => CustomerTimers.MailOf(e) is null);

    private static IReadOnlyList<TicketEvent> Look(TicketHistory history, TicketCommand.CheckDeadlines c, HouseRules house) =>
    [
        .. TicketTimers.Look(history, c.At, house).Reached.Select(e => e is TicketEvent.Repromised again ? RepromiseTimer.Decide(history, again, c, house)
            : c.KeptBack is { } why ? CustomerTimers.Without(e, why)
            : e),
    ];

    // A clock that goes on, or has another target, may have reached a rung. A merged ticket is a signpost, and nobody steers it.
    private static List<TicketEvent> Steer(TicketHistory history, TicketCommand command, HouseRules house) =>
        history.Ticket is { MergedInto: null } && TicketSteering.Decide(history, command, house.Policy) is { } steered
            ? WithTimers(history, [steered], house)
            : [];

    private static Ticket Timed(TicketHistory history, HouseRules house)
    {
        var now = history.Events.Max(e => e.At);
        var counting = TicketClock.Reading(history, house.Policy, now)!.All.Where(d => d.IsCounting).ToList();
        var look = TicketTimers.Look(history, now, house);
        return history.Ticket! with
        {
            ResponseDue = counting.FirstOrDefault(d => d.Kind is DeadlineKind.FirstResponse or DeadlineKind.NextResponse)?.Due,
            ResolutionDue = counting.FirstOrDefault(d => d.Kind == DeadlineKind.Resolution)?.Due,
            RegulatoryDue = counting.FirstOrDefault(d => d.Kind == DeadlineKind.Regulatory)?.Due,
            Pauses = history.Events.Any(e => e is TicketEvent.Paused) ? PauseList.Of(history, house.Policy) : [],
            NextCheck = look.Reached.Count > 0 ? now : look.NextCheck,
        };
    }

    private static bool Knows(TicketHistory history, MailReference mail) => history.Events.Any(e => MailOf(e)?.Sha256 == mail.Sha256);

    private static MailReference? MailOf(TicketEvent e) => e switch
    {
        TicketEvent.Opened opened => opened.Mail,
        TicketEvent.CustomerWrote wrote => wrote.Mail,
        TicketEvent.CustomerThanked thanked => thanked.Mail,
        TicketEvent.AutomaticMailArrived arrived => arrived.Mail,
        TicketEvent.DeliveryFailed failed => failed.Mail,
        _ => null,
    };
}

/// <summary>What every decision stands on beside the ticket itself.</summary>
/// <param name="Policy">The company's policy.</param>
/// <param name="Key">The house's secret, for derived ids.</param>
public sealed record HouseRules(SupportPolicy Policy, SigningKey Key)
{
    /// <summary>Where customers reach this program from outside, for links in mails to them; null where they cannot.</summary>
    public Uri? PublicAddress { get; init; }
}
