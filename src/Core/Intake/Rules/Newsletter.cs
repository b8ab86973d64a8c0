using Mailroom.Core.Mail;

namespace Mailroom.Core.Intake.Rules;

/// <summary>Ends newsletters and list mail.</summary>
internal sealed class Newsletter : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(Newsletter);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => facts.Marks.Kind == MailKind.List
        ? new IntakeDecision.Finish(Name, "It is a newsletter or a mailing list's mail, not written to us.", MailEnding.List)
        : null;
}
