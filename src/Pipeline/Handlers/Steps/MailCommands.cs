using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Turns a decision about a mail into the command to its ticket.</summary>
public sealed class MailCommands(AcknowledgementGrant grant, HouseRules house)
{
    private const int MaxReferences = 10;

    /// <summary>The command of a claim.</summary>
    public async Task<TicketCommand> ForAsync(MailInHand mail, Letter letter, MailClaim claim, CancellationToken cancellation)
    {
        var reference = new MailReference(mail.Sha256, letter.ThreadId, Thread(letter), mail.Blob);
        return claim.Decision switch
        {
            IntakeDecision.Open open => await OpenAsync(mail, letter, claim, open, reference, cancellation),
            IntakeDecision.Join join => new TicketCommand.AddReply(mail.ReceivedAt, reference, Writer(letter), Understand(letter), join.Reason)
            {
                Evidence = join.Evidence,
            },
            IntakeDecision.Note note => Note(mail, letter, note, reference),
            _ => throw new NotSupportedException($"A decision to {claim.Decision.GetType().Name} asks nothing of a ticket."),
        };
    }

    /// <summary>How a mail ends whose ticket took it.</summary>
    public static MailEnding EndingOf(IntakeDecision decision) => decision switch
    {
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

    private async Task<TicketCommand> OpenAsync(
        MailInHand mail, Letter letter, MailClaim claim, IntakeDecision.Open open, MailReference reference, CancellationToken cancellation)
    {
        var understanding = Understand(letter);
        var opens = ParentSearch.Remember(claim.Ticket, mail.ReceivedAt, understanding, house.Key);
        var granted = open.MayAcknowledge && letter.Sender is not null
            ? await grant.AskAsync(mail, letter, understanding.ReplyLanguage, opens, cancellation)
            : null;
        var known = granted?.Tickets ?? (letter.Sender is { } sender ? await grant.TicketsOfAsync(sender.Key, cancellation) : []);
        var verdict = granted?.Verdict;
        return new TicketCommand.Open(
            mail.ReceivedAt,
            claim.Ticket,
            reference,
            Writer(letter),
            understanding,
            SenderCheck.Assess(letter, house.Policy.Company.TrustedReceivers),
            open.LinkedTo,
            verdict is { MayWrite: true },
            verdict is { MayWrite: false } ? $"{open.Reason} No acknowledgement: {verdict.Reason}." : open.Reason)
        {
            Evidence = open.Evidence,
            Suggested = open.LinkedTo is null ? ParentSearch.Find(letter, opens, known, open.Named) : null,
        };
    }

    private TicketCommand Note(MailInHand mail, Letter letter, IntakeDecision.Note note, MailReference reference)
    {
        var kind = AutomaticMail.Inspect(letter, house.Policy.Company.OwnMail).Kind;
        return kind == MailKind.Bounce && letter.Report is { } report
            ? new TicketCommand.NoteBounce(mail.ReceivedAt, reference, report, note.Reason)
            : new TicketCommand.NoteAutomaticMail(mail.ReceivedAt, reference, kind, note.Reason);
    }

    private MailUnderstanding Understand(Letter letter) =>
        Understander.Read(new MailText(letter.Sender?.Address ?? "", letter.Subject, letter.VisibleText), house.Policy);

    // A mail that names no sender still becomes a ticket; nobody can be answered.
    private static MailAddress Writer(Letter letter) => letter.Sender ?? new MailAddress("", "");
}
