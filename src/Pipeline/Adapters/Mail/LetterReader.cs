using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail.Reading;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Reads raw bytes into a letter with MimeKit; bounded, never throws on what a mail holds.</summary>
public static class LetterReader
{
    /// <summary>Reads one mail.</summary>
    /// <param name="raw">The raw bytes.</param>
    /// <param name="maxBytes">The size bound.</param>
    public static ReadMail Read(ReadOnlyMemory<byte> raw, int maxBytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        if (raw.Length > maxBytes)
        {
            return new ReadMail.Unreadable(sha256, true, $"The mail has {raw.Length} bytes; more than {maxBytes} are not read.");
        }

        if (raw.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return new ReadMail.Unreadable(sha256, false, raw.IsEmpty ? "The mail is empty." : "The mail holds nothing but blanks.");
        }

        var repairs = new List<string>();
        if (RawMail.Prepare(raw, repairs) is not { } mail)
        {
            return new ReadMail.Unreadable(sha256, false, "The bytes are no mail: no header field was found.");
        }

        try
        {
            return new ReadMail.Readable(Letter(sha256, mail, repairs));
        }
#pragma warning disable CA1031 // A mail is hostile input: whatever it does to the parser ends as a ledger entry, not as a poisoned queue.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new ReadMail.Unreadable(sha256, false, $"The mail could not be taken apart ({e.GetType().Name}).");
        }
    }

    private static Letter Letter(string sha256, ReadOnlyMemory<byte> mail, List<string> repairs)
    {
        var options = Options();
        using var stream = Stream(HeaderMending.Mended(mail, repairs));
        using var message = MimeMessage.Load(options, stream);
        var fields = new HeaderFields(message, options);
        var body = new LetterBody(repairs);
        var text = PlainText.Body(body.Read(message.Body), ReadBounds.Text).TrimEnd();
        var letter = new Letter
        {
            Sha256 = sha256,
            From = fields.Addresses("From"),
            ReplyTo = fields.Addresses("Reply-To"),
            To = fields.Addresses("To"),
            Cc = fields.Addresses("Cc"),
            Subject = fields.Subject(),
            Date = fields.Date(),
            MessageId = fields.MessageId(),
            InReplyTo = fields.Ids("In-Reply-To"),
            References = fields.Ids("References"),
            Headers = fields.All,
            Text = text,
            VisibleText = ReplyText.Visible(text, fields.Line("Subject")),
            HasHtml = body.HasHtml,
            Attachments = body.Attachments,
            Report = DeliveryReports.Find(message, fields, text),
        };
        return letter with { Repairs = [.. repairs.Concat(Missing(letter, mail.Span))] };
    }

    private static ParserOptions Options()
    {
        var options = ParserOptions.Default.Clone();
        options.CharsetEncoding = MailCharsets.Western;
        options.MaxMimeDepth = ReadBounds.Depth;
        return options;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> mail) =>
        MemoryMarshal.TryGetArray(mail, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(mail.ToArray(), writable: false);

    private static List<string> Missing(Letter letter, ReadOnlySpan<byte> mail)
    {
        var notes = new List<string>();
        if (letter.From.Count == 0)
        {
            notes.Add("The mail names no sender.");
        }

        if (letter.MessageId is null)
        {
            notes.Add("The mail has no Message-ID.");
        }

        if (mail.Contains((byte)0))
        {
            notes.Add("NUL bytes were left out of the text.");
        }

        return notes;
    }
}
