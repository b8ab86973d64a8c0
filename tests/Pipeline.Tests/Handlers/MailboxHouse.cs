using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Imap;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>What tests with mailboxes share: settings, mails, a look.</summary>
internal static class MailboxHouse
{
    /// <summary>The settings of a mailbox, in the clear unless a part says otherwise.</summary>
    public static (string, string)[] Mailbox(string name, string user, int port, params (string Part, string Value)[] more) =>
    [
        .. new[] { ("Host", "127.0.0.1"), ("Port", Number(port)), ("Security", "none"), ("User", user), ("Password", DovecotServer.Password) }
            .Concat(more).Select(p => ($"Mailbox__{name}__{p.Item1}", p.Item2)),
    ];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Mails of so many customers, with bytes that no charset explains.</summary>
    public static List<byte[]> Mails(int count, int length = 0, string subject = "Where is my transfer") =>
    [
        .. Enumerable.Range(1, count).Select(n => Encoding.Latin1.GetBytes(
            $"From: Customer {n} <customer{n}@example.com>\r\nTo: support@swallowpay.example\r\nSubject: {subject} {n}\r\n"
            + $"Message-ID: <{Guid.NewGuid():N}@example.com>\r\n\r\nRaw \xB9\xFA bytes, a \"quote\" (and a bracket.\r\n"
            + string.Concat(Enumerable.Repeat("A line of a long mail, sixty-four characters with its end....\r\n", length / 63)))),
    ];

    public static string Sha(byte[] mail) => Convert.ToHexStringLower(SHA256.HashData(mail));

    public static Task PollAsync(this House house) => house.Get<PollMailboxes>().HandleAsync(CancellationToken.None);

    public static async Task<MailboxState> StateAsync(this House house, string name = "support") =>
        (await house.Get<MailboxStore>().FindAsync(name, CancellationToken.None)).State;
}
