namespace Mailroom.Cli.Running;

/// <summary>A verb that cannot do its work; the message says why and what to do.</summary>
internal sealed class CliException : Exception
{
    /// <summary>Makes the exception.</summary>
    public CliException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public CliException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public CliException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
