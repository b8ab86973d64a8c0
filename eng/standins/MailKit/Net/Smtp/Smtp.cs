using MimeKit;

namespace MailKit.Net.Smtp;

[Flags]
public enum SmtpCapabilities
{
    None = 0,
    Size = 1,
    Dsn = 2,
    EnhancedStatusCodes = 4,
    Authentication = 8,
    EightBitMime = 16,
    Pipelining = 32,
    BinaryMime = 64,
    Chunking = 128,
    StartTLS = 256,
    UTF8 = 512,
    RequireTLS = 1024,
}

public enum SmtpErrorCode { MessageNotAccepted, SenderNotAccepted, RecipientNotAccepted, UnexpectedStatusCode }

public enum SmtpStatusCode
{
    SystemStatus = 211,
    HelpMessage = 214,
    ServiceReady = 220,
    ServiceClosingTransmissionChannel = 221,
    AuthenticationSuccessful = 235,
    Ok = 250,
    UserNotLocalWillForward = 251,
    CannotVerifyUserWillAttemptDelivery = 252,
    AuthenticationChallenge = 334,
    StartMailInput = 354,
    ServiceNotAvailable = 421,
    PasswordTransitionNeeded = 432,
    MailboxBusy = 450,
    ErrorInProcessing = 451,
    InsufficientStorage = 452,
    TemporaryAuthenticationFailure = 454,
    CommandUnrecognized = 500,
    SyntaxError = 501,
    CommandNotImplemented = 502,
    BadCommandSequence = 503,
    CommandParameterNotImplemented = 504,
    AuthenticationRequired = 530,
    AuthenticationMechanismTooWeak = 534,
    AuthenticationInvalidCredentials = 535,
    EncryptionRequiredForAuthenticationMechanism = 538,
    MailboxUnavailable = 550,
    UserNotLocalTryAlternatePath = 551,
    ExceededStorageAllocation = 552,
    MailboxNameNotAllowed = 553,
    TransactionFailed = 554,
    MailFromOrRcptToParametersNotRecognizedOrNotImplemented = 555,
}

/// <summary>The server's answer, RFC 5321 4.2.</summary>
public class SmtpResponse(SmtpStatusCode code, string response)
{
    public SmtpStatusCode StatusCode { get; } = code;

    public string Response { get; } = response;
}

/// <summary>The server answered a command with a failure.</summary>
public class SmtpCommandException : CommandException
{
    public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, MailboxAddress mailbox, string message)
        : base(message) => (ErrorCode, StatusCode, Mailbox) = (code, status, mailbox);

    public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, string message)
        : base(message) => (ErrorCode, StatusCode) = (code, status);

    public SmtpErrorCode ErrorCode { get; }

    public MailboxAddress? Mailbox { get; }

    public SmtpStatusCode StatusCode { get; }
}

/// <summary>The server broke the protocol or the connection.</summary>
public class SmtpProtocolException : ProtocolException
{
    public SmtpProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public SmtpProtocolException(string message)
        : base(message)
    {
    }

    public SmtpProtocolException()
    {
    }
}
