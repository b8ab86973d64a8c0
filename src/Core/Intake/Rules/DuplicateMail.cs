using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Ends a second copy of a mail whose first copy has its ticket.</summary>
/// <remarks>
/// The same bytes again are the same mail on its second try, which must end as the first would have. A stranger who uses
/// somebody's Message-ID, and a broken program that gives all its mails the same one, are not swallowed: such a mail goes on to the next rules.
/// </remarks>
internal sealed class DuplicateMail : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(DuplicateMail);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) =>
        facts.Earlier is { } earlier
        && earlier.Sha256 != facts.Letter.Sha256
        && earlier.Sender == (facts.Letter.Sender?.Key ?? "")
        && (earlier.Print.Length == 0 || earlier.Print == LetterPrint.Of(facts.Letter))
            ? new IntakeDecision.Finish(
                Name,
                $"The same sender's mail with the same Message-ID and the same words is already in ticket {earlier.Ticket}.",
                MailEnding.Duplicate)
            : null;
}
