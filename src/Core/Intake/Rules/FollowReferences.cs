namespace Mailroom.Core.Intake.Rules;

/// <summary>Follows the mails that this one answers to their ticket, when the sender belongs there; else links.</summary>
internal sealed class FollowReferences : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(FollowReferences);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => facts.Follow(
        Name,
        facts.References,
        m => $"It answers a mail of this ticket ({m.Place()}), and its sender belongs to the ticket.",
        m => $"It answers a mail of ticket {m.Ticket} ({m.Place()}), but its sender is not proven to belong there.");
}
