using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>One step of the escalation ladder: when, for which tickets, who is told and what is done.</summary>
public sealed record LadderStep
{
    /// <summary>The stable name, for example "warning" or "breach+50": with the deadline the step's identity, so that a new name is a new step.</summary>
    public required string Name { get; init; }

    /// <summary>When it is reached.</summary>
    public required LadderMoment At { get; init; }

    /// <summary>The kinds of deadline that it is about; none for all but the terms of the law.</summary>
    public IReadOnlyList<DeadlineKind> Targets { get; init; } = [];

    /// <summary>The tickets that it is about, as they stand at that moment.</summary>
    public LadderScope When { get; init; } = LadderScope.Every;

    /// <summary>Who is told.</summary>
    public IReadOnlyList<LadderRecipient> Recipients { get; init; } = [];

    /// <summary>The team that the ticket goes to; null when it stays.</summary>
    public string? Reassign { get; init; }

    /// <summary>The priority that the ticket is raised to; it is never lowered. Null for none.</summary>
    public Priority? Raise { get; init; }

    /// <summary>The webhook that is called, by its name in the settings; null for none.</summary>
    public string? Webhook { get; init; }

    /// <summary>How it is told again; null when it is told once.</summary>
    public LadderRepeat? Again { get; init; }

    /// <summary>True when it is told at once, alone and outside the reader's working hours, too. P1 always is.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>A step at a percentage of the target that tells people.</summary>
    public static LadderStep AtPercent(string name, int percent, params IReadOnlyList<LadderRecipient> recipients) =>
        new() { Name = name, At = new LadderMoment.Percent(percent), Recipients = recipients };
}

/// <summary>When a step is reached.</summary>
public abstract record LadderMoment
{
    private LadderMoment()
    {
    }

    /// <summary>Which side of the deadline it lies on: -1 before, 0 at it, 1 after.</summary>
    public abstract int Side { get; }

    /// <summary>At a share of the target's counted time.</summary>
    /// <param name="Share">0 at once, 100 at the deadline, 150 half a target later.</param>
    public sealed record Percent(int Share) : LadderMoment
    {
        /// <inheritdoc/>
        public override int Side => Share.CompareTo(100);

        /// <inheritdoc/>
        public override string ToString() => $"{Share}%";
    }

    /// <summary>At a distance from the deadline.</summary>
    /// <param name="By">Below zero before it.</param>
    /// <param name="IsReal">True for real time; else the time that the deadline's calendar counts.</param>
    public sealed record Distance(TimeSpan By, bool IsReal) : LadderMoment
    {
        /// <inheritdoc/>
        public override int Side => By.CompareTo(TimeSpan.Zero);

        /// <inheritdoc/>
        public override string ToString() => (By < TimeSpan.Zero ? "" : "+") + TargetText.Write(By) + (IsReal ? " real" : "");
    }
}

/// <summary>How a step is told again while nobody heeds it.</summary>
/// <param name="Every">After how much real time.</param>
/// <param name="Until">What ends it before.</param>
/// <param name="Most">How many times beside the first.</param>
public sealed record LadderRepeat(TimeSpan Every, LadderRepeatUntil Until, int Most);

/// <summary>What ends the repeats of a step.</summary>
public enum LadderRepeatUntil
{
    /// <summary>Somebody has the ticket, or has answered.</summary>
    Taken,

    /// <summary>The deadline's clock stands: answered, solved or on hold.</summary>
    Answered,
}

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

    /// <summary>Who is on call for the team.</summary>
    OnCall,
}
