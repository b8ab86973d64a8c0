using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Grants acknowledgements within each person's budget, and mutes addresses whose mail came back.</summary>
public sealed class AcknowledgementGrant(
    PeopleStore people, HouseRules house, TimeProvider clock, ILogger<AcknowledgementGrant> logger)
{
    private const int Tries = 10;

    /// <summary>Asks for an acknowledgement of a mail; a mail that was granted one is granted it again.</summary>
    public async Task<bool> AskAsync(string addressKey, string sha256, ReplyLanguage language, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var person = await people.FindAsync(addressKey, cancellation);
            if (person.Acknowledged.Any(a => a.Mail == sha256))
            {
                return true;
            }

            var verdict = AcknowledgementBudget.Decide(
                [.. person.Acknowledged.Select(a => a.At)], person.MutedUntil, house.Policy.Budget, now);
            if (!verdict.MayWrite)
            {
                logger.AcknowledgementWithheld(sha256, verdict.Reason);
                return false;
            }

            var recent = person.Acknowledged.Where(a => (now - a.At).Duration() < AcknowledgementBudget.Memory);
            var granted = person with { Language = language, Acknowledged = [.. recent, new Acknowledged(now, sha256)] };
            if (await people.SaveAsync(addressKey, granted, cancellation))
            {
                return true;
            }
        }

        throw new InvalidOperationException($"The sender of mail {sha256} moved {Tries} times while its budget was read.");
    }

    /// <summary>Mutes the address that a mail of a ticket came back from for good; only one that belongs to the ticket.</summary>
    public async Task MuteAsync(Ticket ticket, TicketEvent.DeliveryFailed failed, CancellationToken cancellation)
    {
        var address = failed.Report.Recipient?.Trim().ToLowerInvariant() ?? ticket.Requester.Key;
        if (!failed.Report.IsPermanent || !ticket.People.Contains(address, StringComparer.Ordinal))
        {
            return;
        }

        var until = failed.At + AcknowledgementBudget.MutedFor;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var person = await people.FindAsync(address, cancellation);
            if (person.MutedUntil >= until || await people.SaveAsync(address, person with { MutedUntil = until }, cancellation))
            {
                logger.AddressMuted(ticket.Number.Value, until);
                return;
            }
        }

        throw new InvalidOperationException($"A person of ticket {ticket.Number} moved {Tries} times while the address was muted.");
    }
}
