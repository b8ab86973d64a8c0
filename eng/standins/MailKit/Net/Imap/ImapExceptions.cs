namespace MailKit.Net.Imap;

public enum ImapCommandResponse { Ok, No, Bad }

/// <summary>The server said NO or BAD to a command.</summary>
public class ImapCommandException : CommandException
{
    public ImapCommandException(ImapCommandResponse response, string responseText, string message)
        : base(message) => (Response, ResponseText) = (response, responseText);

    public ImapCommandException(ImapCommandResponse response, string responseText)
        : this(response, responseText, $"The IMAP server replied to the command with a '{response.ToString().ToUpperInvariant()}' response: {responseText}")
    {
    }

    public ImapCommandResponse Response { get; }

    public string ResponseText { get; }
}

/// <summary>The server broke the protocol, or the connection.</summary>
public class ImapProtocolException : ProtocolException
{
    public ImapProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ImapProtocolException(string message)
        : base(message)
    {
    }

    public ImapProtocolException()
    {
    }
}
