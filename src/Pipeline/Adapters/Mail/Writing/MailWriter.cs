using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Writing;

/// <summary>Makes the mail that goes out: marked as automatic, threaded, in text and HTML, in bytes that every relay passes on.</summary>
public sealed class MailWriter(TemplateRenderer renderer, TimeProvider clock)
{
    /// <summary>Writes one mail.</summary>
    /// <exception cref="MailSendException">A template or a value is wrong.</exception>
    public MimeMessage Write(OutgoingMail mail)
    {
        var wording = renderer.Render(mail);
        try
        {
            return Message(mail, wording);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new MailSendException(FailureKind.Unwritable, $"The mail {mail.Id} has a value that no header can hold: {e.Message}", e);
        }
    }

    private MimeMessage Message(OutgoingMail mail, RenderedMail wording)
    {
        var message = new MimeMessage { Subject = OneLine(wording.Subject), Date = clock.GetUtcNow(), MessageId = Id(mail.MessageId) };
        message.From.Add(Mailbox(mail.From));
        message.To.AddRange(mail.To.Select(Mailbox));
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Mailbox(replyTo));
        }

        if (mail.InReplyTo is { } answered)
        {
            message.InReplyTo = Id(answered);
        }

        message.References.AddRange(mail.References.Select(Id));

        if (mail.ThreadIndex is { } mark)
        {
            message.Headers.Add("Thread-Index", OneLine(mark));
        }

        // RFC 3834 5: an answer is "auto-replied", what comes of itself is "auto-generated". The other field tells Exchange (MS-OXCMAIL).
        message.Headers.Add(HeaderId.AutoSubmitted, mail.Kind.IsToCustomer() ? "auto-replied" : "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body = Body(mail, wording);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static MultipartAlternative Body(OutgoingMail mail, RenderedMail wording)
    {
        var body = new MultipartAlternative
        {
            new TextPart("plain") { Text = wording.Text.ReplaceLineEndings("\r\n") },
            new TextPart("html") { Text = wording.Html.ReplaceLineEndings("\r\n") },
        };

        // Derived, as all our ids are: the same mail written again is the same mail.
        body.Boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..32];
        body.Headers.Add(HeaderId.ContentLanguage, mail.Language == ReplyLanguage.Chinese ? "zh-CN" : "en");
        return body;
    }

    private static MailboxAddress Mailbox(MailAddress address) => new(OneLine(address.Name), address.Address);

    /// <summary>Whatever a stranger put into a value stays inside that value.</summary>
    private static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Id(string id) => id.Length is > 0 and < 998 && id.All(c => c is > ' ' and not ('<' or '>' or '\u007F'))
        ? id
        : throw new FormatException("a Message-ID is not one word.");
}
