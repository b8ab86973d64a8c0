using Mailroom.Core.Effects;
using Mailroom.Core.Failures;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Hands a finished mail to the outside: a folder or an SMTP server.</summary>
public interface IMailSender
{
    /// <summary>True where the same mail once more changes nothing, so that one that may have gone can be sent again.</summary>
    bool IsRepeatable => false;

    /// <summary>Renders and sends one mail.</summary>
    /// <exception cref="MailSendException">It did not go out; the kind says what to do.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <summary>A mail that did not go out.</summary>
public sealed class MailSendException(FailureKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Makes the exception of an unreachable server.</summary>
    public MailSendException()
        : this(FailureKind.Unreachable, "The mail did not go out.")
    {
    }

    /// <summary>Makes the exception of an unreachable server.</summary>
    public MailSendException(string message)
        : this(FailureKind.Unreachable, message)
    {
    }

    /// <summary>Makes the exception of an unreachable server.</summary>
    public MailSendException(string message, Exception innerException)
        : this(FailureKind.Unreachable, message, innerException)
    {
    }

    /// <summary>What went wrong.</summary>
    public FailureKind Kind { get; } = kind;
}
