namespace Mailroom.Core.Deadlines;

/// <summary>One rung of the escalation ladder.</summary>
/// <param name="Name">The stable name, for example "warning", "breach", "breach+50".</param>
/// <param name="Percent">Of the target's counted time: 0 at once, 75 before, 100 at the breach, 150 half a target later.</param>
/// <param name="Recipients">Who is told.</param>
/// <param name="Only">The priority it is for; null for all.</param>
public sealed record LadderStep(string Name, int Percent, IReadOnlyList<LadderRecipient> Recipients, Priority? Only = null);

/// <summary>Somebody an escalation reaches, by role.</summary>
public enum LadderRecipient
{
    /// <summary>The assignee, or the team when nobody has it.</summary>
    Assignee,

    /// <summary>The team's list address.</summary>
    Team,

    /// <summary>The team lead.</summary>
    Lead,

    /// <summary>The manager.</summary>
    Manager,

    /// <summary>The head of support.</summary>
    Head,

    /// <summary>Who is on call.</summary>
    OnCall,
}
