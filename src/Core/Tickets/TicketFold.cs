using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tickets;

/// <summary>What each event does to a ticket.</summary>
internal static class TicketFold
{
    // A thread with more writers is a mailing list in disguise.
    private const int MostPeople = 50;

    /// <summary>The ticket after one more event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not <see cref="TicketEvent.Opened"/>.</exception>
    public static Ticket After(Ticket? ticket, TicketEvent e) => (ticket, e) switch
    {
        (null, TicketEvent.Opened opened) => Opened(opened),
        (null, _) => throw new InvalidOperationException("A ticket's first event opens it; these events belong to no ticket."),
        ({ } t, TicketEvent.CustomerWrote wrote) => Written(t, wrote),
        ({ } t, TicketEvent.CustomerThanked thanked) => Next(t) with
        {
            People = Joined(t.People, thanked.Writer),
            LastCustomerAt = thanked.At > t.LastCustomerAt ? thanked.At : t.LastCustomerAt,
        },
        ({ } t, TicketEvent.Promised promised) => Told(Next(t), new(promised.At, promised.By, promised.MailId)),
        ({ Promise: { } told } t, TicketEvent.Repromised again) => Told(Next(t), told with { NewBy = again.By, NewMailId = again.MailId }),
        ({ Promise: { } told } t, TicketEvent.MailDropped dropped) => Told(Next(t), told.Without(dropped.MailId)),
        ({ Promise: { } told } t, TicketEvent.MailResent resent) => Told(Next(t), told.With(resent.MailId)),
        ({ } t, TicketEvent.AgentReplied replied) => Next(t) with
        {
            Status = t.Status == TicketStatus.Resolved ? TicketStatus.Resolved : TicketStatus.Waiting,
            AnsweredAt = t.AnsweredAt ?? replied.At,
        },
        ({ } t, TicketEvent.Resolved resolved) => Next(t) with { Status = TicketStatus.Resolved, ResolvedAt = resolved.At },
        ({ } t, TicketEvent.ClosedUnanswered closed) => Next(t) with { Status = TicketStatus.Resolved, ResolvedAt = closed.At },
        ({ } t, TicketEvent.CustomerRated { Rating: SatisfactionRating.NotSolved } rated) => Next(t) with
        {
            Status = t.Status == TicketStatus.New ? TicketStatus.New : TicketStatus.Open,
            ResolvedAt = null,
            ReopenedAt = t.Status == TicketStatus.Resolved ? rated.At : t.ReopenedAt,
        },
        ({ } t, TicketEvent.Paused) => Next(t) with { Status = TicketStatus.Waiting },
        ({ } t, TicketEvent.Resumed) => Next(t) with { Status = TicketStatus.Open },
        ({ } t, TicketEvent.Reopened again) => Next(t) with { Status = TicketStatus.Open, ResolvedAt = null, ReopenedAt = again.At },
        ({ } t, TicketEvent.Recategorised moved) => Next(t) with { Category = moved.Category },
        ({ } t, TicketEvent.Prioritised ranked) => Next(t) with { Priority = ranked.Priority },
        ({ } t, TicketEvent.Reassigned given) => Next(t) with { Team = given.Team, Assignee = null },
        ({ } t, TicketEvent.Assigned given) => Next(t) with { Assignee = given.Assignee },
        ({ } t, TicketEvent.MergedInto merged) => Next(t) with
        {
            Status = TicketStatus.Resolved,
            ResolvedAt = merged.At,
            MergedInto = merged.Into,
        },
        ({ } t, TicketEvent.TookIn took) => Next(t) with
        {
            People = [.. t.People.Concat(took.People).Distinct(StringComparer.Ordinal).Take(MostPeople)],
        },
        ({ } t, _) => Next(t),
    };

    /// <summary>The facts that a ticket lacks and a mail brings.</summary>
    public static IReadOnlyList<string> Brought(Ticket ticket, MailUnderstanding understanding) =>
        [.. ticket.Missing.Where(fact => Has(understanding.Entities, fact))];

    private static Ticket Told(Ticket ticket, TicketPromise promise) => ticket with { Promise = promise, PromisedAt = promise.InForce };

    private static Ticket Next(Ticket ticket) => ticket with { Version = ticket.Version + 1 };

    private static Ticket Opened(TicketEvent.Opened e) => new()
    {
        Number = e.Number,
        Version = 1,
        Status = TicketStatus.New,
        Requester = e.Requester,
        People = [e.Requester.Key],
        Language = e.Understanding.ReplyLanguage,
        Subject = e.Understanding.Subject,
        Excerpt = e.Understanding.Excerpt,
        Category = e.Understanding.Category,
        Confidence = e.Understanding.Confidence,
        Secondary = e.Understanding.Secondary,
        Priority = e.Understanding.Priority,
        Team = e.Team,
        Trust = e.Trust.Level,
        Missing = e.Understanding.Missing,
        LinkedTo = e.LinkedTo,
        OriginMail = e.Mail.Sha256,
        OpenedAt = e.At,
        LastCustomerAt = e.At,
    };

    // A mail may raise a priority, never lower it: who has stolen an account would like to.
    private static Ticket Written(Ticket ticket, TicketEvent.CustomerWrote e) => Next(ticket) with
    {
        Status = ticket.Status == TicketStatus.New ? TicketStatus.New : TicketStatus.Open,
        ResolvedAt = null,
        ReopenedAt = ticket.Status == TicketStatus.Resolved ? e.At : ticket.ReopenedAt,
        Priority = Urgent(ticket.Priority, e.Understanding.Priority),
        Missing = ticket.Missing.Except(Brought(ticket, e.Understanding)).ToList(),
        People = Joined(ticket.People, e.Writer),
        LastCustomerAt = e.At > ticket.LastCustomerAt ? e.At : ticket.LastCustomerAt,
    };

    private static Priority Urgent(Priority a, Priority b) => a < b ? a : b;

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> people, MailAddress writer) =>
        people.Count >= MostPeople || people.Contains(writer.Key, StringComparer.Ordinal) ? people : [.. people, writer.Key];

    private static bool Has(Entities found, string fact) => fact switch
    {
        "transaction_id" => found.TransactionId is not null,
        "amount" => found.Amount is not null,
        "time" => found.Time is not null,
        "phone" => found.Phone is not null,
        "card" => found.Card is not null,
        _ => found.Other.ContainsKey(fact),
    };
}
