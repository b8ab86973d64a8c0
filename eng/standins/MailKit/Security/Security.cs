using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MailKit.Security;

public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable }

/// <summary>The server refused the sign-in.</summary>
public class AuthenticationException : Exception
{
    public AuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public AuthenticationException(string message)
        : base(message)
    {
    }

    public AuthenticationException()
    {
    }
}

/// <summary>TLS could not be agreed.</summary>
public class SslHandshakeException : Exception
{
    public SslHandshakeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public SslHandshakeException(string message)
        : base(message)
    {
    }

    public SslHandshakeException()
    {
    }

    public X509Certificate? ServerCertificate { get; internal init; }
}

/// <summary>A way to sign in (RFC 4422).</summary>
public abstract class SaslMechanism
{
    protected SaslMechanism(NetworkCredential credentials) => Credentials = credentials;

    protected SaslMechanism(string userName, string password)
        : this(new NetworkCredential(userName, password))
    {
    }

    public abstract string MechanismName { get; }

    public NetworkCredential Credentials { get; }

    public virtual bool SupportsInitialResponse => false;

    public bool IsAuthenticated { get; protected set; }

    /// <summary>The answer to a challenge, both base64; null for the start.</summary>
    public string Challenge(string? token, CancellationToken cancellationToken = default) =>
        Convert.ToBase64String(Answer(string.IsNullOrEmpty(token) ? [] : Convert.FromBase64String(token)));

    public virtual void Reset() => IsAuthenticated = false;

    private protected abstract byte[] Answer(byte[] challenge);
}

/// <summary>SASL PLAIN (RFC 4616).</summary>
public class SaslMechanismPlain(NetworkCredential credentials) : SaslMechanism(credentials)
{
    public SaslMechanismPlain(string userName, string password)
        : this(new NetworkCredential(userName, password))
    {
    }

    public override string MechanismName => "PLAIN";

    public override bool SupportsInitialResponse => true;

    private protected override byte[] Answer(byte[] challenge)
    {
        IsAuthenticated = true;
        return Encoding.UTF8.GetBytes($"\0{Credentials.UserName}\0{Credentials.Password}");
    }
}

/// <summary>SASL LOGIN.</summary>
public class SaslMechanismLogin(NetworkCredential credentials) : SaslMechanism(credentials)
{
    private bool _userSent;

    public SaslMechanismLogin(string userName, string password)
        : this(new NetworkCredential(userName, password))
    {
    }

    public override string MechanismName => "LOGIN";

    public override void Reset()
    {
        _userSent = false;
        base.Reset();
    }

    private protected override byte[] Answer(byte[] challenge)
    {
        IsAuthenticated = _userSent;
        var answer = _userSent ? Credentials.Password : Credentials.UserName;
        _userSent = true;
        return Encoding.UTF8.GetBytes(answer);
    }
}

/// <summary>XOAUTH2: a bearer token instead of a password.</summary>
public class SaslMechanismOAuth2(NetworkCredential credentials) : SaslMechanism(credentials)
{
    private bool _tokenSent;

    public SaslMechanismOAuth2(string userName, string auth_token)
        : this(new NetworkCredential(userName, auth_token))
    {
    }

    public override string MechanismName => "XOAUTH2";

    public override bool SupportsInitialResponse => true;

    public override void Reset()
    {
        _tokenSent = false;
        base.Reset();
    }

    private protected override byte[] Answer(byte[] challenge)
    {
        if (_tokenSent)
        {
            return [];
        }

        (_tokenSent, IsAuthenticated) = (true, true);
        return Encoding.UTF8.GetBytes($"user={Credentials.UserName}\u0001auth=Bearer {Credentials.Password}\u0001\u0001");
    }
}
