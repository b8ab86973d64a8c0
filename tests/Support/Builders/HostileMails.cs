using System.Text;

namespace Mailroom.Support.Builders;

/// <summary>Mails that pass a bound, too large to lie about as files.</summary>
public static class HostileMails
{
    /// <summary>Parts within parts, the text in the innermost.</summary>
    /// <param name="depth">How deep.</param>
    /// <param name="text">A text above them all; none when it is empty.</param>
    public static string Nested(int depth, string text = "")
    {
        var mail = new StringBuilder(Head("Nested")).Append("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        if (text.Length > 0)
        {
            mail.Append("--b0\r\nContent-Type: text/plain\r\n\r\n").Append(text).Append("\r\n");
        }

        for (var i = 1; i <= depth; i++)
        {
            mail.Append("--b").Append(i - 1).Append("\r\nContent-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n");
        }

        return mail.Append("--b").Append(depth).Append("\r\nContent-Type: text/plain\r\n\r\nfar below\r\n").ToString();
    }

    /// <summary>Mails within mails.</summary>
    public static string Forwarded(int depth)
    {
        var mail = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            mail.Append(Head("Forwarded")).Append("Content-Type: message/rfc822\r\n\r\n");
        }

        return mail.Append("From: a@b.example\r\n\r\nfar below").ToString();
    }

    /// <summary>Many parts.</summary>
    /// <param name="parts">How many.</param>
    /// <param name="text">The text of the first; without one they are all files.</param>
    public static string Parts(int parts, string text = "")
    {
        var mail = new StringBuilder(Head("Parts")).Append("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        if (text.Length > 0)
        {
            mail.Append("--b\r\nContent-Type: text/plain\r\n\r\n").Append(text).Append("\r\n");
        }

        for (var i = 0; i < parts; i++)
        {
            mail.Append("--b\r\nContent-Type: application/pdf; name=\"").Append(i).Append(".pdf\"\r\n\r\n1\r\n");
        }

        return mail.Append("--b--\r\n").ToString();
    }

    /// <summary>A header with a filling of so many bytes, in fields of their own or in one.</summary>
    public static string LongHeader(int bytes, bool oneField) =>
        (oneField ? "X-Filler:" : "")
        + string.Concat(Enumerable.Range(0, bytes / 64).Select(i => (oneField ? " " : $"X-Filler-{i}: ") + new string('x', 60) + "\r\n"))
        + Head("Long header") + "Content-Type: text/plain\r\n\r\nthe words\r\n";

    /// <summary>A mail to very many people.</summary>
    public static string Recipients(int count) =>
        "To: " + string.Join(",\r\n ", Enumerable.Range(0, count).Select(i => $"u{i}@b.example")) + "\r\n" + Head("Recipients", to: "") + "\r\nthe words\r\n";

    private static string Head(string subject, string to = RawMails.Support) =>
        $"From: {RawMails.Customer}\r\n{(to.Length > 0 ? $"To: {to}\r\n" : "")}Subject: {subject}\r\nMessage-ID: <{subject.Replace(' ', '-')}@customer.example>\r\nMIME-Version: 1.0\r\n";
}
