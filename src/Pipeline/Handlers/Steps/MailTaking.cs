using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Brings a mail into its ticket: one transaction, then its effects, then its ending.</summary>
public sealed class MailTaking(
    TicketStore tickets,
    MailCommands commands,
    MailPlacement placement,
    EffectsDispatcher effects,
    AcknowledgementGrant grant,
    MailEndings endings,
    HouseRules house,
    ILogger<MailTaking> logger)
{
    private const int Tries = 10;

    /// <summary>Takes a mail; one that was taken before has its effects carried out again and its ending written.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="place">Its claim.</param>
    /// <param name="isFirst">True when the claim is new, so that its ticket need not be looked for.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The ticket that has it.</returns>
    public async Task<TicketNumber> TakeAsync(MailInHand mail, Letter letter, MailPlace place, bool isFirst, CancellationToken cancellation)
    {
        var claim = place.Own!;
        var unused = isFirst && claim.Decision is IntakeDecision.Open;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = unused ? StoredTicket.Unused(claim.Ticket) : await tickets.LoadAsync(claim.Ticket, cancellation);
            if (stored.Inbox.FirstOrDefault(i => i.Sha256 == mail.Sha256) is { } entry)
            {
                await FinishAsync(mail, Taken.Before(stored, entry, house), entry, cancellation);
                return claim.Ticket;
            }

            if (IsAnothers(stored, claim))
            {
                (claim, unused) = (await NextNumberAsync(place, claim, cancellation), false);
                continue;
            }

            var now = await DecideAsync(mail, letter, stored, claim, cancellation);
            var result = await tickets.SaveAsync(now.Save, cancellation);
            if (result == SaveResult.Saved)
            {
                logger.TicketSaved(claim.Ticket.Value, now.Save.After.Version, now.Save.Events.Count);
                await FinishAsync(mail, now, now.Save.Inbox!, cancellation);
                return claim.Ticket;
            }

            // Whoever was faster, what is stored says how to go on.
            unused = false;
            logger.TicketMoved(claim.Ticket.Value, result.ToString());
        }

        throw new InvalidOperationException($"Ticket {claim.Ticket} moved {Tries} times while mail {mail.Sha256} was taken.");
    }

    private async Task<Taken> DecideAsync(
        MailInHand mail, Letter letter, StoredTicket stored, MailClaim claim, CancellationToken cancellation)
    {
        var command = await commands.ForAsync(mail, letter, claim, stored.History, cancellation);
        var events = TicketDecider.Decide(stored.History, command, house);
        var after = TicketDecider.Apply(stored.History, events, house);
        var ticket = after.Ticket
            ?? throw new InvalidOperationException($"Mail {mail.Sha256} belongs to ticket {claim.Ticket}, which does not exist.");
        var ordered = ReplyPlan.For(stored.History.Ticket, after, events, house);
        var inbox = new InboxEntry(
            mail.Sha256, ticket.Version - events.Count + 1, ticket.Version, MailCommands.EndingOf(claim.Decision, letter), claim.Decision.Rule, letter.Because(claim.Decision.Reason));
        var mails = ordered.OfType<Effect.SendMail>().Select(s => s.Mail).ToList();
        return new Taken(new TicketSave(stored, ticket, events, inbox, mails), ordered);
    }

    private async Task FinishAsync(MailInHand mail, Taken taken, InboxEntry entry, CancellationToken cancellation)
    {
        var ticket = taken.Save.After;
        await effects.DispatchAsync(ticket.Number, taken.Effects, cancellation);
        foreach (var failed in taken.Save.Events.OfType<TicketEvent.DeliveryFailed>())
        {
            await grant.MuteAsync(ticket, failed, cancellation);
        }

        await endings.WriteAsync(mail, entry.Ending, entry.Rule, entry.Reason, ticket.Number, cancellation);
    }

    private static bool IsAnothers(StoredTicket stored, MailClaim claim) =>
        claim.Decision is IntakeDecision.Open && stored.History.Ticket is { } ticket && ticket.OriginMail != claim.Sha256;

    private async Task<MailClaim> NextNumberAsync(MailPlace place, MailClaim claim, CancellationToken cancellation)
    {
        var next = await placement.TakeNextNumberAsync(place, claim, cancellation);
        logger.NumberTaken(claim.Ticket.Value, next.Ticket.Value, claim.Sha256);
        return next;
    }
}
