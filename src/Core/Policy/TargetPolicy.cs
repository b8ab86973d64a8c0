using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>What a priority or a rule says about targets; what it leaves out is said by a less specific one.</summary>
public sealed record TargetPolicy
{
    /// <summary>The kinds that it says something about; the terms of the law are a matter of their own.</summary>
    public static IReadOnlyList<DeadlineKind> Kinds { get; } = [DeadlineKind.FirstResponse, DeadlineKind.NextResponse, DeadlineKind.Resolution];

    /// <summary>From the first mail to the first human answer.</summary>
    public TargetTerm? FirstResponse { get; init; }

    /// <summary>From the oldest unanswered mail after that to the answer. Where nobody says it, it is as the first response.</summary>
    public TargetTerm? NextResponse { get; init; }

    /// <summary>From the first mail to the solution.</summary>
    public TargetTerm? Resolution { get; init; }

    /// <summary>The calendar of those that name none of their own.</summary>
    public string? Calendar { get; init; }

    /// <summary>The term of a kind.</summary>
    public TargetTerm? Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.FirstResponse => FirstResponse,
        DeadlineKind.NextResponse => NextResponse,
        DeadlineKind.Resolution => Resolution,
        DeadlineKind.Regulatory => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No target is of this kind."),
    };

    /// <summary>The name of the calendar that it says for a kind.</summary>
    public string? CalendarOf(DeadlineKind kind) => Of(kind)?.Calendar ?? Calendar;
}

/// <summary>One target of a policy.</summary>
/// <param name="Within">The target; null where only its calendar is said.</param>
/// <param name="Calendar">Its own calendar; null for that of the whole entry.</param>
public sealed record TargetTerm(Target? Within, string? Calendar = null);

/// <summary>Which tickets something is about; what is null is about all.</summary>
public sealed record TargetScope
{
    /// <summary>Their priority.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Their category's code.</summary>
    public string? Category { get; init; }

    /// <summary>Their team.</summary>
    public string? Team { get; init; }

    /// <summary>The language that their customer is answered in.</summary>
    public ReplyLanguage? Language { get; init; }

    /// <summary>Whether their category is one of missing money.</summary>
    public bool? MissingMoney { get; init; }

    /// <summary>How specific it is: how many of them it names.</summary>
    public int Specificity =>
        new object?[] { Priority, Category, Team, Language, MissingMoney }.Count(condition => condition is not null);

    /// <summary>True when a ticket is one of them.</summary>
    public bool Covers(TargetCase ticket) =>
        (Priority is null || Priority == ticket.Priority)
        && (Category is null || Category == ticket.Category.Code)
        && (Team is null || Team == ticket.Team)
        && (Language is null || Language == ticket.Language)
        && (MissingMoney is null || MissingMoney == ticket.Category.MissingMoney);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", new[]
    {
        Priority is { } p ? $"priority {p}" : null,
        Category is { } c ? $"category {c}" : null,
        Team is { } t ? $"team {t}" : null,
        Language is { } l ? $"language {(l == ReplyLanguage.Chinese ? "zh" : "en")}" : null,
        MissingMoney is { } m ? $"missingMoney {(m ? "true" : "false")}" : null,
    }.OfType<string>());
}

/// <summary>Targets for some tickets, beside those of their priority.</summary>
/// <param name="For">Which tickets.</param>
/// <param name="Says">What it says about them.</param>
public sealed record TargetRule(TargetScope For, TargetPolicy Says);

/// <summary>What the targets of a ticket depend on.</summary>
public sealed record TargetCase(Priority Priority, CategoryPolicy Category, string Team, ReplyLanguage Language);
