using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>What becomes of a ticket whose customer does not answer us.</summary>
/// <param name="RemindAfter">So much later they are reminded, once; null for never.</param>
/// <param name="CloseAfter">So much later it is closed with notice; null for never. Urgent tickets (P1) are never closed so.</param>
/// <param name="Calendar">The calendar that both are counted on. Mails go out in its windows.</param>
public sealed record WaitingPolicy(Target? RemindAfter, Target? CloseAfter, string Calendar)
{
    /// <summary>Other rules for some categories, by code.</summary>
    public IReadOnlyDictionary<string, WaitingPolicy> Categories { get; init; } = new Dictionary<string, WaitingPolicy>();

    /// <summary>Nobody is reminded, and nothing is closed.</summary>
    public static WaitingPolicy Never { get; } = new(null, null, PolicyValidation.AroundTheClock);

    /// <summary>The rules for a category.</summary>
    public WaitingPolicy For(string category) => Categories.GetValueOrDefault(category, this);
}
