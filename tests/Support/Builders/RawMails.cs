using System.Text;

namespace Mailroom.Support.Builders;

/// <summary>Makes raw mails that are ordinary in everything but what a test is about.</summary>
public static class RawMails
{
    /// <summary>The support address of the model company's policy.</summary>
    public const string Support = "support@swallowpay.example";

    /// <summary>The customer who writes unless a test says otherwise.</summary>
    public const string Customer = "li.lei@customer.example";

    /// <summary>A person's mail.</summary>
    /// <param name="id">Its Message-ID without angle brackets.</param>
    /// <param name="from">Who writes.</param>
    /// <param name="to">To whom.</param>
    /// <param name="body">What.</param>
    /// <param name="headers">Further header lines.</param>
    public static string Mail(
        string id = "letter-1@customer.example",
        string from = Customer,
        string to = Support,
        string body = "昨天转的 500 元对方没有收到，请帮忙查一下。",
        params string[] headers)
    {
        var mail = new StringBuilder()
            .Append("From: ").Append(from).Append("\r\nTo: ").Append(to)
            .Append("\r\nSubject: Transfer\r\nMessage-ID: <").Append(id)
            .Append(">\r\nDate: Wed, 6 May 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\n");
        foreach (var header in headers)
        {
            mail.Append(header).Append("\r\n");
        }

        return mail.Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").Append(body).Append("\r\n").ToString();
    }

    /// <summary>A report that a mail could not be delivered (RFC 3464).</summary>
    /// <param name="original">Message-ID of the mail that came back.</param>
    /// <param name="recipient">Where it should have gone.</param>
    /// <param name="status">The status, "5.1.1".</param>
    public static string Bounce(string original, string recipient, string status) => string.Join("\r\n",
        "From: Mail Delivery System <mailer-daemon@mx.customer.example>",
        $"To: {Support}",
        "Subject: Undelivered Mail Returned to Sender",
        "Message-ID: <bounce-1@mx.customer.example>",
        "Auto-Submitted: auto-replied",
        "Return-Path: <>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "The mail could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.customer.example",
        "",
        $"Final-Recipient: rfc822; {recipient}",
        "Action: failed",
        $"Status: {status}",
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        $"From: {Support}",
        $"To: {recipient}",
        $"Message-ID: <{original}>",
        "Subject: Re: Transfer",
        "",
        "--b--",
        "");
}
