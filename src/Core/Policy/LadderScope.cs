using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;

namespace Mailroom.Core.Policy;

/// <summary>Which tickets a step of the ladder is about. What is empty or null is about all; all that is named must hold.</summary>
public sealed record LadderScope
{
    /// <summary>Every ticket.</summary>
    public static LadderScope Every { get; } = new();

    /// <summary>Their priorities.</summary>
    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    /// <summary>Their categories' codes.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Their teams.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Where they stand.</summary>
    public IReadOnlyList<LadderStatus> Statuses { get; init; } = [];

    /// <summary>How far their senders are proven.</summary>
    public IReadOnlyList<TrustLevel> Trust { get; init; } = [];

    /// <summary>The language that their customer is answered in.</summary>
    public ReplyLanguage? Language { get; init; }

    /// <summary>Whether somebody has them.</summary>
    public bool? Assigned { get; init; }

    /// <summary>Whether their category is one of missing money.</summary>
    public bool? MissingMoney { get; init; }

    /// <summary>True when a ticket is one of them.</summary>
    public bool Covers(LadderCase ticket) =>
        Names(Priorities, ticket.Priority)
        && Names(Categories, ticket.Category.Code)
        && Names(Teams, ticket.Team)
        && Names(Statuses, ticket.Status)
        && Names(Trust, ticket.Trust)
        && (Language is null || Language == ticket.Language)
        && (Assigned is null || Assigned == ticket.IsAssigned)
        && (MissingMoney is null || MissingMoney == ticket.Category.MissingMoney);

    private static bool Names<T>(IReadOnlyList<T> named, T value) => named.Count == 0 || named.Contains(value);
}

/// <summary>What a step of the ladder may ask of a ticket.</summary>
public sealed record LadderCase(
    Priority Priority, CategoryPolicy Category, string Team, LadderStatus Status, TrustLevel Trust, ReplyLanguage Language, bool IsAssigned);

/// <summary>Where a ticket that somebody waits for stands.</summary>
public enum LadderStatus
{
    /// <summary>Nobody has answered yet.</summary>
    New,

    /// <summary>It is worked.</summary>
    Open,

    /// <summary>We wait for the customer.</summary>
    Waiting,
}
