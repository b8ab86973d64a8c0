namespace Mailroom.LocalHost.Hosting;

/// <summary>The host refuses to start, and says all that is wrong in words a person can act on.</summary>
internal sealed class HostStartException : Exception
{
    /// <summary>Makes the exception of an unknown fault.</summary>
    public HostStartException()
    {
    }

    /// <summary>Makes the exception of one fault.</summary>
    public HostStartException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception of one fault.</summary>
    public HostStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception of several faults, told at once.</summary>
    public HostStartException(IReadOnlyList<string> faults)
        : base("The host cannot start:" + Environment.NewLine + string.Join(Environment.NewLine, faults.Select(f => "- " + f))) =>
        Faults = faults;

    /// <summary>The faults, when there are several to tell.</summary>
    public IReadOnlyList<string> Faults { get; } = [];
}
