using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>What customers are promised.</summary>
public sealed record PromisePolicy
{
    /// <summary>The most that counted times of this policy may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    /// <summary>A promise may be earlier than the deadline and is renewed once, but for P1.</summary>
    public static PromisePolicy Usual { get; } = new();

    /// <summary>True when a moment before the deadline is promised where the last weeks allow it.</summary>
    public bool Early { get; init; } = true;

    /// <summary>The least counted time that is promised, unless the deadline is sooner.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When a promise that will not be kept is renewed.</summary>
    public RepromisePolicy Repromise { get; init; } = new();
}

/// <summary>When and for whom a promise is renewed before it breaks.</summary>
public sealed record RepromisePolicy
{
    /// <summary>After so many percent of its counted time without an answer, 50 to 99.</summary>
    public int Percent { get; init; } = 90;

    /// <summary>The counted time that the new moment lies after the first one, at least.</summary>
    public TimeSpan Extra { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The priorities that it is for; none switches it off. Who asks for help at P1 is to be answered, not put off.</summary>
    public IReadOnlyList<Priority> Priorities { get; init; } = [Priority.P2, Priority.P3, Priority.P4];
}

/// <summary>What happens when a customer writes again to a ticket that we have.</summary>
/// <param name="Acknowledges">True when a short mail says that we have it.</param>
/// <param name="QuietFor">None goes out within this real time after the last word of ours, a person's or an automatic one.</param>
public sealed record FollowUpPolicy(bool Acknowledges, TimeSpan QuietFor)
{
    /// <summary>The longest quiet.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>A short mail, four hours apart.</summary>
    public static FollowUpPolicy Usual { get; } = new(true, TimeSpan.FromHours(4));
}
