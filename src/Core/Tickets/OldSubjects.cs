using Mailroom.Core.Mail;

namespace Mailroom.Core.Tickets;

/// <summary>Knows the subjects that a ticket's mails have had: an answer under one of them says nothing new by its subject.</summary>
public static class OldSubjects
{
    /// <summary>True for a subject that the ticket's people wrote under, and for one of our own, which names the ticket.</summary>
    /// <param name="history">The ticket.</param>
    /// <param name="subject">The subject, redacted, without marks of an answer.</param>
    public static bool Hold(TicketHistory history, string subject) =>
        SubjectNumbers.Find(subject).Any(number => number == history.Ticket?.Number) || Written(history).Contains(SubjectText.Letters(subject), StringComparer.Ordinal);

    private static IEnumerable<string> Written(TicketHistory history) => history.Events.Select(e => e switch
        {
            TicketEvent.Opened opened => opened.Understanding.Subject,
            TicketEvent.CustomerWrote wrote => wrote.Understanding.Subject,
            _ => null,
        })
        .OfType<string>()
        .Select(subject => SubjectText.Letters(SubjectText.Bare(subject)));
}
