using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Notes a machine's report (receipt, abuse report, notification) on its ticket; ends one without.</summary>
internal sealed class MachineReport : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(MachineReport);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => (facts.Marks.Kind, facts.NamedTicket()) switch
    {
        (not MailKind.Report, _) => null,
        (_, { } match) => new IntakeDecision.Note(Name, $"A machine reports on a mail of this ticket ({match.Place()}).", match.Ticket),
        _ => new IntakeDecision.Finish(Name, "A machine reports something that belongs to no ticket.", MailEnding.Automatic),
    };
}
