using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail.Reading;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Reads raw bytes into a letter with MimeKit; bounded, never throws on what a mail holds.</summary>
public static class LetterReader
{
    /// <summary>Reads one mail that is all in hand, however long it takes.</summary>
    /// <param name="raw">The raw bytes.</param>
    /// <param name="maxBytes">The size bound.</param>
    public static ReadMail Read(ReadOnlyMemory<byte> raw, int maxBytes) => Read(KeptMail.Whole(raw), maxBytes, CancellationToken.None);

    /// <summary>Reads one mail; only its header, when it passes a bound that leaves nothing else to read.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="maxBytes">The size bound.</param>
    /// <param name="patience">Ends when the time for this mail is over.</param>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public static ReadMail Read(KeptMail mail, int maxBytes, CancellationToken patience)
    {
        if (mail.Passes(maxBytes) is { } tooLarge)
        {
            return ReadHeader(mail, tooLarge);
        }

        var repairs = new List<string>();
        if (Prepare(mail, repairs) is not { } prepared)
        {
            return NoMail(mail);
        }

        try
        {
            var (letter, passed) = Letter(mail.Sha256, prepared, repairs, patience);
            return letter.Text.Length == 0 && passed is not null ? ReadHeader(mail, passed) : new ReadMail.Readable(letter);
        }
#pragma warning disable CA1031 // A mail is hostile input: whatever it does to the parser ends as a ledger entry, not as a poisoned queue.
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && patience.IsCancellationRequested))
#pragma warning restore CA1031
        {
            return ReadHeader(mail, new PassedBound(MailBound.Form, 0, 0));
        }
    }

    /// <summary>Reads the header alone.</summary>
    /// <param name="mail">The mail, or its beginning.</param>
    /// <param name="passed">The bound because of which no more is read.</param>
    public static ReadMail ReadHeader(KeptMail mail, PassedBound passed)
    {
        var repairs = new List<string>();
        var beginning = mail with { Bytes = mail.Bytes[..Math.Min(mail.Bytes.Length, ReadBounds.Beginning)] };
        if (Prepare(beginning, repairs) is not { } prepared)
        {
            return NoMail(mail);
        }

        try
        {
            var header = prepared[..RawMail.HeaderBlock(prepared.Span).Length];
            var (letter, _) = Letter(mail.Sha256, header, repairs, CancellationToken.None);
            return letter.From.Count > 0
                ? new ReadMail.Readable(letter with
                {
                    Text = "",
                    VisibleText = "",
                    HasHtml = false,
                    Attachments = [],
                    Unread = passed,
                    Repairs = [passed.Sentence, .. letter.Repairs],
                })
                : new ReadMail.Unreadable(mail.Sha256, $"{passed.Sentence} It names no sender, so nobody can be answered.");
        }
#pragma warning disable CA1031 // As above; and here there is nothing left to fall back to.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new ReadMail.Unreadable(mail.Sha256, $"The mail could not be taken apart ({e.GetType().Name}).");
        }
    }

    private static ReadOnlyMemory<byte>? Prepare(KeptMail mail, List<string> repairs) =>
        // A bare null would become an empty memory here, by way of an array that is null.
        RawMail.Prepare(mail.Bytes, repairs) is { } prepared ? LongHeader.Shortened(prepared, repairs) : (ReadOnlyMemory<byte>?)null;

    private static ReadMail.Unreadable NoMail(KeptMail mail) => new(
        mail.Sha256,
        mail.Length == 0 ? "The mail is empty."
        : mail.Bytes.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0 ? "The mail holds nothing but blanks."
        : "The bytes are no mail: no header field was found.");

    private static (Letter Letter, PassedBound? Passed) Letter(
        string sha256, ReadOnlyMemory<byte> mail, List<string> repairs, CancellationToken patience)
    {
        var options = Options();
        using var stream = Stream(HeaderMending.Mended(mail, repairs));
        using var message = MimeMessage.Load(options, stream, patience);
        var fields = new HeaderFields(message, options);
        var body = new LetterBody(repairs, patience);
        var text = PlainText.Body(body.Read(message.Body), ReadBounds.Text, repairs).TrimEnd();
        patience.ThrowIfCancellationRequested();
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
            VisibleText = Visible(text, fields, repairs),
            HasHtml = body.HasHtml,
            Attachments = body.Attachments,
            Report = DeliveryReports.Find(message, fields, text),
        };
        patience.ThrowIfCancellationRequested();
        return (letter with { Repairs = [.. repairs.Concat(Missing(letter, mail.Span))] }, body.Passed);
    }

    private static string Visible(string text, HeaderFields fields, List<string> repairs)
    {
        try
        {
            return ReplyText.Visible(text, fields.Line("Subject"), fields.IsAnswer());
        }
        catch (RegexMatchTimeoutException)
        {
            // On a starved machine a pattern may run out of its time: the mail is worth more than the cut.
            repairs.Add("Quotes and signature were left in: to find them took too long.");
            return text;
        }
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
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true)
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

        if (letter.To.Count >= ReadBounds.Addresses || letter.Cc.Count >= ReadBounds.Addresses)
        {
            notes.Add($"Only the first {ReadBounds.Addresses} recipients were kept.");
        }

        if (mail.Contains((byte)0))
        {
            notes.Add("NUL bytes were left out of the text.");
        }

        return notes;
    }
}
