namespace Mailroom.Core.Policy;

/// <summary>Finds every fault of a policy at once.</summary>
public static class PolicyValidation
{
    /// <summary>The faults, each a sentence that says where and what to do; none when the policy is sound.</summary>
    public static IReadOnlyList<string> Faults(SupportPolicy policy) => throw new NotSupportedException();
}
