using System.Globalization;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Says whether one more automatic mail may be written to an address: against reply loops and storms (RFC 3834 2).</summary>
public static class AcknowledgementBudget
{
    /// <summary>How far back grants matter.</summary>
    public static readonly TimeSpan Memory = BudgetPolicy.LongestForAddress;

    /// <summary>Decides about an automatic mail now.</summary>
    /// <param name="known">What is remembered of the address.</param>
    /// <param name="ticketMails">The automatic mails that the ticket has sent to the address.</param>
    /// <param name="fingerprint">The fingerprint of the mail to be answered; null when it says nothing.</param>
    /// <param name="budget">The policy.</param>
    /// <param name="now">Now.</param>
    public static BudgetVerdict Decide(
        AddressMemory known, IReadOnlyCollection<CountedMail> ticketMails, string? fingerprint, BudgetPolicy budget, DateTimeOffset now)
    {
        var granted = known.Granted.Select(g => new CountedMail(g.At)).ToList();
        return (Muted(known, now), Repeats(known, fingerprint, now),
            BudgetLimits.Reached(budget.PerTicket, ticketMails, now), BudgetLimits.Reached(budget.PerRecipient, granted, now)) switch
        {
            ({ } muted, _, _, _) => new(false, muted),
            (_, true, _, _) => new(false, "the same words from this address were acknowledged within a day, which is what a machine does that answers us"),
            (_, _, { } limit, _) => new(false, $"this address has had its automatic mails about this ticket, {limit}"),
            (_, _, _, { } limit) => new(false, $"this address has had its automatic mails, {limit}"),
            _ => new(true, "within the budget"),
        };
    }

    /// <summary>Why nothing automatic may be written to an address now; null when it may.</summary>
    public static string? Muted(AddressMemory known, DateTimeOffset now) => known.MutedUntil is { } until && until > now
        ? string.Create(CultureInfo.InvariantCulture, $"the address is muted until {until:yyyy-MM-dd} ({(known.MutedWhy.Length > 0 ? known.MutedWhy : "mails to it came back")})")
        : null;

    /// <summary>The automatic mails that a ticket has ordered for an address. What answers a further mail counts for all who write: it is rare.</summary>
    public static IReadOnlyList<CountedMail> OfTicket(TicketHistory history, string addressKey) =>
    [
        .. history.Events
            .Where(e => e is TicketEvent.AskedToResend or TicketEvent.FollowUpAcknowledged
                || ((e is TicketEvent.Promised || CustomerTimers.MailOf(e) is not null) && history.Ticket?.Requester.Key == addressKey))
            .Select(e => new CountedMail(e.At)),
    ];

    private static bool Repeats(AddressMemory known, string? fingerprint, DateTimeOffset now) =>
        fingerprint is not null && known.Granted.Any(g => g.Fingerprint == fingerprint && (now - g.At).Duration() < Memory);
}

/// <summary>What is remembered of an address.</summary>
/// <param name="Granted">Its acknowledgements.</param>
/// <param name="MutedUntil">Until when it is muted; null when it is not.</param>
/// <param name="MutedWhy">Why; may be empty.</param>
public sealed record AddressMemory(IReadOnlyList<GrantedAcknowledgement> Granted, DateTimeOffset? MutedUntil, string MutedWhy = "");

/// <summary>An acknowledgement that was granted.</summary>
/// <param name="At">When.</param>
/// <param name="Fingerprint">Of the mail that it answers; null when that said nothing.</param>
public sealed record GrantedAcknowledgement(DateTimeOffset At, string? Fingerprint);

/// <summary>Whether an acknowledgement may go.</summary>
/// <param name="MayWrite">True when it may.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record BudgetVerdict(bool MayWrite, string Reason);
