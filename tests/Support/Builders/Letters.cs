using System.Globalization;
using Mailroom.Core.Mail;

namespace Mailroom.Support.Builders;

/// <summary>Makes letters that are ordinary in everything but what a test is about.</summary>
public static class Letters
{
    /// <summary>The address that customers write to.</summary>
    public const string Support = "support@wallet.example";

    /// <summary>How our own mail is told in tests.</summary>
    public static OwnMail Own { get; } = new(new HashSet<string>(StringComparer.Ordinal) { Support }, "wallet.example");

    /// <summary>A person's letter.</summary>
    public static Letter Letter(string from = "li.lei@customer.example", string subject = "转账没有到账", string text = "昨天转的 500 元对方没有收到。") => new()
    {
        Sha256 = Sha(1),
        From = [new MailAddress("", from)],
        To = [new MailAddress("", Support)],
        Subject = subject,
        MessageId = "letter-1@customer.example",
        Headers = [new MailHeader("From", from), new MailHeader("To", Support), new MailHeader("Subject", subject)],
        Text = text,
        VisibleText = text,
    };

    /// <summary>The letter as it is when only its header could be read.</summary>
    public static Letter Unread(this Letter letter) =>
        letter with { Text = "", VisibleText = "", Unread = new PassedBound(MailBound.Size, 43_200_000, 36_700_160) };

    /// <summary>The letter with a further header field at the end.</summary>
    public static Letter With(this Letter letter, string name, string value) =>
        letter with { Headers = [.. letter.Headers, new MailHeader(name, value)] };

    /// <summary>A hash as the reader makes it, different for each number.</summary>
    public static string Sha(int number) => number.ToString("x64", CultureInfo.InvariantCulture);
}
