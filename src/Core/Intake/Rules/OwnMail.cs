using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Ends our own mail when it comes back, so that we never talk to ourselves.</summary>
internal sealed class OwnMail : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(OwnMail);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => facts.Marks.Kind == MailKind.Own
        ? new IntakeDecision.Finish(Name, "It is our own mail come back, so nothing is to be done.", MailEnding.Own)
        : null;
}
