using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>One kind of issue: what it is called, who works it, what we need to know.</summary>
public sealed record CategoryPolicy
{
    /// <summary>The code of the category that takes what nothing else fits.</summary>
    public const string Fallback = "other";

    /// <summary>The stable code, for example "charged_not_credited".</summary>
    public required string Code { get; init; }

    /// <summary>The name that customers and agents read.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The default team's name.</summary>
    public required string Team { get; init; }

    /// <summary>The priority when no rule says otherwise.</summary>
    public required Priority Priority { get; init; }

    /// <summary>The codes of the facts that the category needs.</summary>
    public IReadOnlyList<string> RequiredFacts { get; init; } = [];

    /// <summary>What the customer can do meanwhile; null when there is nothing.</summary>
    public LocalizedText? SelfHelp { get; init; }

    /// <summary>True when money is missing: rules of the targets may ask for it.</summary>
    public bool MissingMoney { get; init; }

    /// <summary>Words and phrases that speak for the category, with their weights (first-cut understanding).</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];
}

/// <summary>A phrase that speaks for something.</summary>
/// <param name="Phrase">Text looked for in the redacted, lower-case mail; English phrases match whole words.</param>
/// <param name="Weight">How strongly, above 0.</param>
/// <param name="Priority">The priority that the phrase raises the mail to; null for none.</param>
public sealed record Signal(string Phrase, double Weight, Priority? Priority = null);
