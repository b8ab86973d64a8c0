using Mailroom.Core.Mail;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Reads raw bytes into a letter with MimeKit; bounded, never throws on what a mail holds.</summary>
public static class LetterReader
{
    /// <summary>Reads one mail.</summary>
    /// <param name="raw">The raw bytes.</param>
    /// <param name="maxBytes">The size bound.</param>
    public static ReadMail Read(ReadOnlyMemory<byte> raw, int maxBytes) => throw new NotSupportedException();
}
