namespace Mailroom.Core.Intake.Rules;

/// <summary>Opens a ticket for everything else: what no rule knows, a person must see.</summary>
internal sealed class NewTicket : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(NewTicket);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => new IntakeDecision.Open(
        Name,
        facts.Letter.Sender is null
            ? "It names no sender, so a person must look; nobody can be answered."
            : "It is a person's mail that belongs to no ticket yet.",
        LinkedTo: null,
        facts.MayAcknowledge())
    {
        Named = Following.FirstOf(facts.Subject)?.Ticket,
    };
}
