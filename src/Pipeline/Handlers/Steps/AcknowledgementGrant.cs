using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Grants acknowledgements within each person's budget, and mutes addresses whose mail came back.</summary>
public sealed class AcknowledgementGrant(
    PeopleStore people, BreakerWatch breakers, HouseRules house, TimeProvider clock, ILogger<AcknowledgementGrant> logger)
{
    private const int Tries = 10;

    /// <summary>The tickets that an address opened before; nothing is written.</summary>
    public async Task<IReadOnlyList<RecentTicket>> TicketsOfAsync(string addressKey, CancellationToken cancellation) =>
        (await people.FindAsync(addressKey, cancellation)).Tickets;

    /// <summary>Asks for an acknowledgement of a mail; a mail that was granted one is granted it again. The ticket that it opens is remembered with it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="history">Its ticket so far.</param>
    /// <param name="opens">The ticket that it opens; null for a mail that joins one.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="ArgumentException">The mail names no sender.</exception>
    public Task<Grant> AskAsync(
        MailInHand mail, Letter letter, TicketHistory history, RecentTicket? opens, ReplyLanguage language, CancellationToken cancellation) => AskAsync(
        new Wish(
            mail.Sha256,
            letter.Sender ?? throw new ArgumentException("A mail without a sender cannot be acknowledged.", nameof(letter)),
            LoopFingerprint.Of(letter),
            opens,
            language),
        history,
        cancellation);

    /// <summary>Asks for a mail that a ticket's requester gets because time passed; one that was granted is granted again.</summary>
    /// <param name="history">The ticket.</param>
    /// <param name="mailId">The mail.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<BudgetVerdict> AskAsync(TicketHistory history, string mailId, CancellationToken cancellation)
    {
        var ticket = history.Ticket!;
        return (await AskAsync(new Wish(mailId, ticket.Requester, null, null, ticket.Language), history, cancellation)).Verdict;
    }

    private async Task<Grant> AskAsync(Wish wish, TicketHistory history, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (addressKey, fingerprint, opens) = (wish.To.Key, wish.Fingerprint, wish.Opens);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var person = await people.FindAsync(addressKey, cancellation);
            if (person.Acknowledged.Any(a => a.Mail == wish.Cause))
            {
                return new Grant(new BudgetVerdict(true, "it was granted before"), person.Tickets);
            }

            var ofTicket = AcknowledgementBudget.OfTicket(history, addressKey);
            var verdict = AcknowledgementBudget.Decide(person.Memory, ofTicket, fingerprint, house.Policy.Budget, now);
            if (!verdict.MayWrite)
            {
                logger.AcknowledgementWithheld(wish.Cause, verdict.Reason);

                // A hint, not worth a second try: whoever writes so much moves this row all the time.
                await people.SaveAsync(addressKey, person with { Tickets = With(person.Tickets, opens) }, cancellation);
                return new Grant(verdict, person.Tickets);
            }

            var recent = person.Acknowledged.Where(a => (now - a.At).Duration() < AcknowledgementBudget.Memory);
            var granted = person with
            {
                Language = wish.Language,
                Acknowledged = [.. recent, new Acknowledged(now, wish.Cause, fingerprint)],
                Tickets = With(person.Tickets, opens),
            };
            if (await people.SaveAsync(addressKey, granted, cancellation))
            {
                return new Grant(verdict, person.Tickets)
                {
                    AskedMore = await breakers.CountAsync(wish.Cause, MailDomain.Owned(wish.To.Domain), cancellation),
                };
            }
        }

        throw new InvalidOperationException($"The address of mail {wish.Cause} moved {Tries} times while its budget was read.");
    }

    /// <summary>Why nothing automatic may be written to an address now; null when it may.</summary>
    public async Task<string?> MutedAsync(string addressKey, CancellationToken cancellation) =>
        AcknowledgementBudget.Muted((await people.FindAsync(addressKey, cancellation)).Memory, clock.GetUtcNow());

    private static IReadOnlyList<RecentTicket> With(IReadOnlyList<RecentTicket> tickets, RecentTicket? opens) =>
        opens is null ? tickets : RecentTicket.With(tickets, opens);

    /// <summary>Mutes the address that a mail of a ticket came back from for good; only one that belongs to the ticket.</summary>
    public async Task MuteAsync(Ticket ticket, TicketEvent.DeliveryFailed failed, CancellationToken cancellation)
    {
        if (failed.MutedUntil is not { } until)
        {
            return;
        }

        var address = Muting.AddressOf(ticket, failed.Report);
        var why = $"a mail of {ticket.Number} came back for good, {failed.Report.Status}";
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var person = await people.FindAsync(address, cancellation);
            if (person.MutedUntil >= until || await people.SaveAsync(address, person with { MutedUntil = until, MutedWhy = why }, cancellation))
            {
                logger.AddressMuted(ticket.Number.Value, until);
                return;
            }
        }

        throw new InvalidOperationException($"A person of ticket {ticket.Number} moved {Tries} times while the address was muted.");
    }

    // Cause: the mail that is answered, or the id of the mail that time asks for.
    private sealed record Wish(string Cause, MailAddress To, string? Fingerprint, RecentTicket? Opens, ReplyLanguage Language);
}

/// <summary>What an address is granted, and what is remembered of it.</summary>
/// <param name="Verdict">Whether an acknowledgement may go.</param>
/// <param name="Tickets">The tickets that it opened before.</param>
public sealed record Grant(BudgetVerdict Verdict, IReadOnlyList<RecentTicket> Tickets)
{
    /// <summary>True when the breakers cost it a request.</summary>
    public bool AskedMore { get; init; }
}
