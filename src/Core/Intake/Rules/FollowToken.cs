namespace Mailroom.Core.Intake.Rules;

/// <summary>Follows our signed token to its ticket, when the sender belongs there; a stranger gets a linked ticket of his own.</summary>
internal sealed class FollowToken : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(FollowToken);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => facts.Follow(
        Name,
        facts.Tokens,
        m => $"It carries this ticket's signed token ({m.Place()}), and its sender belongs to the ticket.",
        m => $"It carries the signed token of ticket {m.Ticket} ({m.Place()}), but its sender is not proven to belong there.");
}
