namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>A policy that cannot be used.</summary>
public sealed class PolicyException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PolicyException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public PolicyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public PolicyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception from all faults.</summary>
    public PolicyException(IReadOnlyList<string> faults)
        : base("The policy cannot be used:" + Environment.NewLine + string.Join(Environment.NewLine, faults.Select(f => "- " + f))) =>
        Faults = faults;

    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = [];
}
