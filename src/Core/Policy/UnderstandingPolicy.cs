namespace Mailroom.Core.Policy;

/// <summary>What it costs to be wrong about a mail, and so how sure the model has to be.</summary>
/// <remarks>
/// Costs are in units of an ordinary mistake: a mail in the wrong queue. The category with the least expected cost is taken; where even that
/// costs more than asking a person, nobody is asked to believe it: the mail goes to the triage queue.
/// </remarks>
public sealed record UnderstandingPolicy
{
    /// <summary>The usual costs.</summary>
    public static UnderstandingPolicy Usual { get; } = new();

    /// <summary>What it costs to miss a category, by its code: to give a mail of it to another one. 1 where it is not named; 0 to 100.</summary>
    public IReadOnlyDictionary<string, double> MissCosts { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What it costs when a person sorts a mail, 0 to 1. At 0.5 nothing is answered that is less sure than one half.</summary>
    public double AskCost { get; init; } = 0.5;

    /// <summary>From which probability on a mail counts as urgent (P1), 0 to 1. Low: a missed theft costs far more than a false alarm.</summary>
    public double UrgentFrom { get; init; } = 0.05;

    /// <summary>From which probability on a second category is named, 0 to 1.</summary>
    public double SecondFrom { get; init; } = 0.2;
}
