using System.Text;

namespace Mailroom.SystemTests;

/// <summary>Raw mails that no other test sends.</summary>
internal static class RawLetter
{
    /// <summary>A customer's plain mail.</summary>
    internal static byte[] From(string sender, string subject, string body) => Encoding.UTF8.GetBytes($"""
        From: {sender}
        To: support@swallowpay.example
        Subject: {subject}
        Date: Fri, 20 Nov 2026 10:00:00 +0800
        Message-ID: <{Guid.NewGuid():N}@mail.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {body}

        """.ReplaceLineEndings("\r\n"));
}
