namespace Mailroom.Support.Smtp;

/// <summary>The ways in which a <see cref="PostfixServer"/> listens, each on a port of its own.</summary>
public enum PostfixDoor
{
    /// <summary>No encryption on offer.</summary>
    Plain,

    /// <summary>STARTTLS under a certificate for localhost, and for no other name.</summary>
    StartTls,

    /// <summary>TLS from the first byte, the same certificate.</summary>
    Tls,

    /// <summary>STARTTLS under a certificate that vouches for itself.</summary>
    SelfSigned,

    /// <summary>STARTTLS under a certificate that is out of date.</summary>
    Expired,

    /// <summary>STARTTLS is offered, and refused when it is asked for.</summary>
    BrokenTls,

    /// <summary>STARTTLS, and mail only after a sign-in, by password or token.</summary>
    SignIn,

    /// <summary>An old server: no 8BITMIME, no SMTPUTF8.</summary>
    Old,

    /// <summary>It hangs up after the first refusal.</summary>
    Strict,
}
