using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Notes a bounce on the ticket whose mail bounced; ends one that is not of ours.</summary>
internal sealed class BouncedMail : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(BouncedMail);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => (facts.Marks.Kind, facts.Bounced ?? Following.FirstOf(facts.Tokens)) switch
    {
        (not MailKind.Bounce, _) => null,
        (_, { } match) => new IntakeDecision.Note(Name, $"It reports that a mail of ours could not be delivered ({match.Place()}).", match.Ticket),
        _ => new IntakeDecision.Finish(Name, "It reports a failed delivery, but of no mail that we know as ours.", MailEnding.Bounce),
    };
}
