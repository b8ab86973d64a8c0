namespace MailKit;

/// <summary>The server answered a command with a failure.</summary>
public abstract class CommandException : Exception
{
    protected CommandException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    protected CommandException(string message)
        : base(message)
    {
    }

    protected CommandException()
    {
    }
}

/// <summary>The server broke the protocol or the connection.</summary>
public abstract class ProtocolException : Exception
{
    protected ProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    protected ProtocolException(string message)
        : base(message)
    {
    }

    protected ProtocolException()
    {
    }
}

/// <summary>The client is not connected.</summary>
public class ServiceNotConnectedException : InvalidOperationException
{
    public ServiceNotConnectedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ServiceNotConnectedException(string message)
        : base(message)
    {
    }

    public ServiceNotConnectedException()
    {
    }
}

/// <summary>The server wants a sign-in first.</summary>
public class ServiceNotAuthenticatedException : InvalidOperationException
{
    public ServiceNotAuthenticatedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ServiceNotAuthenticatedException(string message)
        : base(message)
    {
    }

    public ServiceNotAuthenticatedException()
    {
    }
}

/// <summary>Told how far a transfer is.</summary>
public interface ITransferProgress
{
    void Report(long bytesTransferred, long totalSize);

    void Report(long bytesTransferred);
}
