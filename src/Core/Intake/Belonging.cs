using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Intake;

/// <summary>Who may write into a ticket, and who may be written to.</summary>
internal static class Belonging
{
    /// <summary>
    /// True when the mail's one sender is among the ticket's people and our receiver does not call the address forged.
    /// </summary>
    public static bool Belongs(this IntakeFacts facts, TicketMatch match) => facts.SenderOf(match) != SenderMatch.Foreign;

    /// <summary>How the mail's sender relates to the ticket's people.</summary>
    public static SenderMatch SenderOf(this IntakeFacts facts, TicketMatch match) => facts switch
    {
        { Trust.Level: TrustLevel.Failed } or { Letter.From.Count: not 1 } => SenderMatch.Foreign,
        _ when match.People.Contains(facts.Letter.From[0].Key, StringComparer.Ordinal) => SenderMatch.Same,
        _ when match.People.Any(p => MailboxAlias.IsSame(p, facts.Letter.From[0].Key)) => SenderMatch.Alias,
        _ => SenderMatch.Foreign,
    };

    /// <summary>True when an acknowledgement may go to the sender: a person who takes answers, at an address that is not forged.</summary>
    public static bool MayAcknowledge(this IntakeFacts facts) =>
        facts is { Marks: { NoReply: false, Kind: MailKind.Human }, Trust.Level: not TrustLevel.Failed }
        && facts.Letter.Sender is { } sender
        && sender.Address.Trim().IndexOf('@', StringComparison.Ordinal) > 0;
}
