using Mailroom.Core.Intake.Mailboxes;

namespace Mailroom.Pipeline.Adapters.Imap;

/// <summary>A mailbox cannot be read now; the message is what the server or the network said.</summary>
public sealed class MailboxException : Exception
{
    /// <summary>Makes it.</summary>
    /// <param name="kind">What kind of trouble.</param>
    /// <param name="message">What the server or the network said.</param>
    /// <param name="cause">The failure.</param>
    public MailboxException(MailboxTroubleKind kind, string message, Exception? cause)
        : base(message, cause) => Kind = kind;

    /// <summary>Makes it, for serializers and tools.</summary>
    public MailboxException()
    {
    }

    /// <summary>Makes it, for serializers and tools.</summary>
    public MailboxException(string message)
        : base(message)
    {
    }

    /// <summary>Makes it, for serializers and tools.</summary>
    public MailboxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What kind of trouble.</summary>
    public MailboxTroubleKind Kind { get; }
}
