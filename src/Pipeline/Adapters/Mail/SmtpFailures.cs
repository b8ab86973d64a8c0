using System.Net.Sockets;
using Mailroom.Core.Failures;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Names the ways in which the mail client fails.</summary>
internal static class SmtpFailures
{
    /// <summary>What a failure means; null when it is not the server's.</summary>
    public static FailureKind? KindOf(Exception failure) => failure switch
    {
        AuthenticationException { InnerException: SmtpCommandException { StatusCode: < SmtpStatusCode.CommandUnrecognized } } => FailureKind.Temporary,
        AuthenticationException or ServiceNotAuthenticatedException => FailureKind.SignIn,
        SmtpCommandException
        {
            StatusCode: SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationMechanismTooWeak
                or SmtpStatusCode.AuthenticationInvalidCredentials or SmtpStatusCode.EncryptionRequiredForAuthenticationMechanism,
        } => FailureKind.SignIn,
        SmtpCommandException { StatusCode: >= SmtpStatusCode.CommandUnrecognized } => FailureKind.Refused,
        SmtpCommandException => FailureKind.Temporary,

        // The server lacks STARTTLS or any way to sign in that we know, or shows a certificate that nobody vouches for.
        NotSupportedException or SslHandshakeException => FailureKind.Unsafe,

        // A stopping host breaks off as a lost connection does: what was not handed over goes out after the restart.
        OperationCanceledException or SocketException or IOException or TimeoutException or SmtpProtocolException
            or ServiceNotConnectedException => FailureKind.Unreachable,
        _ => null,
    };

    /// <summary>The same of a mail that was wholly handed over: without the server's answer nobody knows whether it left.</summary>
    public static FailureKind? KindOf(Exception failure, bool isHandedOver) =>
        KindOf(failure) is FailureKind.Unreachable && isHandedOver ? FailureKind.Uncertain : KindOf(failure);
}
