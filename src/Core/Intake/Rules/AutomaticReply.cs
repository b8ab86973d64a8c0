using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Notes an automatic answer (out of office, vacation) on its ticket; ends one without.</summary>
internal sealed class AutomaticReply : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(AutomaticReply);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => (facts.Marks.Kind, facts.NamedTicket()) switch
    {
        (not MailKind.AutoReply, _) => null,
        (_, { } match) => new IntakeDecision.Note(Name, $"A machine answered a mail of this ticket ({match.Place()}).", match.Ticket),
        _ => new IntakeDecision.Finish(Name, "A machine answered, and to no ticket that we know.", MailEnding.Automatic),
    };
}
