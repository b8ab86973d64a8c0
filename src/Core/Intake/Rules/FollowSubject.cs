namespace Mailroom.Core.Intake.Rules;

/// <summary>Follows a ticket number in the subject, only together with a sender who belongs to that ticket.</summary>
/// <remarks>Mail programs lose references, people write anew and paste the number. A number alone proves nothing: it is passed over.</remarks>
internal sealed class FollowSubject : IIntakeRule
{
    /// <inheritdoc/>
    public string Name => nameof(FollowSubject);

    /// <inheritdoc/>
    public IntakeDecision? Judge(IntakeFacts facts) => facts.Follow(
        Name,
        [.. facts.Subject.Where(facts.Belongs)],
        m => $"Its subject names this ticket ({m.Ticket}), and its sender belongs to the ticket.",
        m => $"Its subject names ticket {m.Ticket}, but its sender is not proven to belong there.");
}
