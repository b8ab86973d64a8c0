using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Turns a decision about a mail into the command to its ticket.</summary>
public sealed class MailCommands(
    AcknowledgementGrant grant, KnownResponses responses, ModelSource model, IOptions<MailroomSettings> settings, HouseRules house, TimeProvider clock)
{
    private const int MaxReferences = 10;

    /// <summary>The command of a claim.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="history">What its ticket has so far.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<TicketCommand> ForAsync(
        MailInHand mail, Letter letter, MailClaim claim, TicketHistory history, CancellationToken cancellation)
    {
        var reference = new MailReference(mail.Sha256, letter.ThreadId, Thread(letter), mail.Blob)
        {
            ThreadIndex = MailThread.ThreadIndex(letter.HeaderValues("Thread-Index").FirstOrDefault()),
        };
        return claim.Decision switch
        {
            IntakeDecision.Open open => await OpenAsync(mail, letter, claim, open, reference, history, cancellation),
            IntakeDecision.Join join => await ReplyAsync(mail, letter, join, reference, history, cancellation),
            IntakeDecision.Note note => Note(mail, letter, note, reference),
            _ => throw new NotSupportedException($"A decision to {claim.Decision.GetType().Name} asks nothing of a ticket."),
        };
    }

    /// <summary>How a mail ends whose ticket took it.</summary>
    public static MailEnding EndingOf(IntakeDecision decision, Letter letter) => decision switch
    {
        IntakeDecision.Open or IntakeDecision.Join when letter.Unread is not null => MailEnding.TooLarge,
        IntakeDecision.Open => MailEnding.Ticket,
        IntakeDecision.Join => MailEnding.Joined,
        IntakeDecision.Note => MailEnding.Noted,
        IntakeDecision.Finish finish => finish.Ending,
        _ => throw new NotSupportedException($"A decision to {decision.GetType().Name} has no ending."),
    };

    // Mail programs thread by the first id and the newest ones. A mail that has only In-Reply-To continues that thread (RFC 5322 3.6.4).
    private static IReadOnlyList<string> Thread(Letter letter)
    {
        var ids = letter.References.Count == 0 && letter.InReplyTo.Count == 1 ? letter.InReplyTo : letter.References;
        return ids.Count <= MaxReferences ? ids : [ids[0], .. ids.TakeLast(MaxReferences - 1)];
    }

    // A reply that was read gets a short word now and then; one that was not has its writer asked to send it again, once a ticket.
    private async Task<TicketCommand> ReplyAsync(
        MailInHand mail, Letter letter, IntakeDecision.Join join, MailReference reference, TicketHistory history, CancellationToken cancellation)
    {
        var understanding = Understand(letter);
        var reply = new TicketCommand.AddReply(mail.ReceivedAt, reference, Writer(letter), understanding, "")
        {
            Evidence = join.Evidence,
            IsThanks = ThanksOnly.Is(letter with { Subject = understanding.Subject }, subject => OldSubjects.Hold(history, subject)),
        };
        var granted = join.MayAcknowledge && letter.Sender is not null && TicketDecider.AsksForMail(history, reply, house)
            ? await grant.AskAsync(mail, letter, history, opens: null, understanding.ReplyLanguage, cancellation)
            : null;
        var verdict = granted?.Verdict;
        return reply with
        {
            Why = Why(letter, join.Reason, verdict),
            MayAsk = verdict is { MayWrite: true } && letter.Unread is not null,
            MayAcknowledge = verdict is { MayWrite: true } && letter.Unread is null,
        };
    }

    private static string Why(Letter letter, string reason, BudgetVerdict? verdict) =>
        letter.Because(reason) + (verdict is { MayWrite: false } ? $" No acknowledgement: {verdict.Reason}." : "");

    private async Task<TicketCommand> OpenAsync(
        MailInHand mail, Letter letter, MailClaim claim, IntakeDecision.Open open, MailReference reference, TicketHistory history, CancellationToken cancellation)
    {
        var understanding = Understand(letter);
        var opens = ParentSearch.Remember(claim.Ticket, mail.ReceivedAt, understanding, house.Key);
        var granted = open.MayAcknowledge && letter.Sender is not null
            ? await grant.AskAsync(mail, letter, history, opens, understanding.ReplyLanguage, cancellation)
            : null;
        var known = granted?.Tickets ?? (letter.Sender is { } sender ? await grant.TicketsOfAsync(sender.Key, cancellation) : []);
        var verdict = granted?.Verdict;
        var trust = SenderCheck.Assess(letter, house.Policy.Company.TrustedReceivers);
        return new TicketCommand.Open(
            mail.ReceivedAt,
            claim.Ticket,
            reference,
            Writer(letter),
            understanding,
            trust,
            open.LinkedTo,
            verdict is { MayWrite: true },
            Why(letter, open.Reason, verdict))
        {
            Evidence = open.Evidence,
            AskedAt = open.AskedAt,
            DecidedAt = clock.GetUtcNow(),
            Times = granted is { Verdict.MayWrite: true } ? await responses.FindAsync(mayAsk: !granted.AskedMore, cancellation) : null,
            Earlier = EarlierTicket.Before(known, opens, trust.Level),
            Suggested = open.LinkedTo is null ? ParentSearch.Find(letter, opens, known, open.Named) : null,
        };
    }

    private TicketCommand Note(MailInHand mail, Letter letter, IntakeDecision.Note note, MailReference reference)
    {
        var kind = AutomaticMail.Inspect(letter, house.Policy.Company.OwnMail).Kind;
        return kind == MailKind.Bounce && letter.Report is { } report
            ? new TicketCommand.NoteBounce(mail.ReceivedAt, reference, report, letter.Because(note.Reason))
            : new TicketCommand.NoteAutomaticMail(mail.ReceivedAt, reference, kind, letter.Because(note.Reason));
    }

    private MailUnderstanding Understand(Letter letter) => letter.Unread is { } unread
        ? Understander.ReadHeader(letter, unread, house.Policy, model.Read(settings.Value))
        : Understander.Read(new MailText(letter.Sender?.Address ?? "", letter.Subject, letter.VisibleText), house.Policy, model.Read(settings.Value));

    // A mail that names no sender still becomes a ticket; nobody can be answered.
    private static MailAddress Writer(Letter letter) => letter.Sender ?? new MailAddress("", "");
}
