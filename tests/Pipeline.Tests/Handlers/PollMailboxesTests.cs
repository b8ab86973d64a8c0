using System.Globalization;
using System.Text;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Imap;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Mailboxes on a real Dovecot into a real Azurite.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PollMailboxesTests(AzuriteServer azurite, DovecotServer dovecot) : IClassFixture<DovecotServer>
{
    [DovecotFact]
    public async Task New_mails_are_taken_once_with_every_byte_and_stay_as_they_are()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box));
        var mails = Mails(2);
        dovecot.Deliver(box, mails);

        await PollAsync(house);
        await PollAsync(house);

        var taken = await house.TakeAsync<MailPointer>("mail-received");
        Assert.Equal(mails.Select(Sha).Order(StringComparer.Ordinal), taken.Select(m => m.Sha256).Order(StringComparer.Ordinal));
        var row = await house.RowAsync(Sha(mails[0]));
        var validity = (await StateAsync(house, "support")).UidValidity;
        Assert.Equal([$"imap:support:{validity}:1"], row!.Sources);
        Assert.DoesNotContain(dovecot.Files(box), f => f.EndsWith('S'));
    }

    [DovecotFact]
    public async Task What_people_read_before_us_is_taken_all_the_same()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box));
        dovecot.Deliver(box, Mails(3));
        dovecot.ReadAll(box);

        await PollAsync(house);

        Assert.Equal(3, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task A_connection_cut_in_the_middle_of_a_mail_loses_nothing_and_takes_nothing_twice()
    {
        var box = dovecot.NextBox();
        await using var proxy = new CuttingProxy(dovecot.Port, after: 150_000, cuts: 1);
        await using var house = await OpenAsync(Mailbox("support", box, ("Port", Number(proxy.Port))));
        dovecot.Deliver(box, Mails(6, length: 60_000));

        await PollAsync(house);
        var cut = await StateAsync(house, "support");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await PollAsync(house);

        Assert.Equal(MailboxTroubleKind.Unreachable, cut.Trouble!.Kind);
        Assert.InRange(cut.Taken.Count, 1, 3);
        var taken = await house.TakeAsync<MailPointer>("mail-received");
        Assert.Equal(6, taken.Count);
        Assert.Equal(6, taken.DistinctBy(m => m.Sha256).Count());
        Assert.Null((await StateAsync(house, "support")).Trouble);
    }

    [DovecotFact]
    public async Task A_folder_with_a_new_life_is_looked_through_again_and_opens_nothing_twice()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box));
        dovecot.Deliver(box, Mails(3));
        await PollAsync(house);
        await house.WorkAsync();
        var before = await StateAsync(house, "support");

        dovecot.BeginAnew(box, before.UidValidity + 7);
        var late = Mails(1, subject: "After the move");
        dovecot.Deliver(box, late);
        await PollAsync(house);

        var after = await StateAsync(house, "support");
        Assert.Equal(before.UidValidity + 7, after.UidValidity);
        var pointer = Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));
        Assert.Equal(Sha(late[0]), pointer.Sha256);
    }

    [DovecotFact]
    public async Task Five_hundred_mails_are_caught_up_in_bounded_runs()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync([.. Mailbox("support", box), ("MailboxMostPerRun", "300")]);
        dovecot.Deliver(box, Mails(500));

        await PollAsync(house);
        var first = await StateAsync(house, "support");
        await PollAsync(house);

        Assert.Equal(200, first.Waiting);
        Assert.Equal(0, (await StateAsync(house, "support")).Waiting);
        Assert.Equal(500, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task A_full_mailbox_does_not_keep_a_quiet_one_waiting()
    {
        var (full, quiet) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await OpenAsync([.. Mailbox("full", full), .. Mailbox("quiet", quiet), ("MailboxMostPerRun", "20")]);
        dovecot.Deliver(full, Mails(60));
        dovecot.Deliver(quiet, Mails(4, subject: "Quiet"));

        await PollAsync(house);

        Assert.Equal(0, (await StateAsync(house, "quiet")).Waiting);
        Assert.Equal(44, (await StateAsync(house, "full")).Waiting);
    }

    [DovecotFact]
    public async Task A_mail_is_moved_after_it_is_ours()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("After", "move"), ("MoveTo", "已收 & done")));
        dovecot.Deliver(box, Mails(2));
        dovecot.Deliver(box, [], "&XfJlNg- &- done");

        await PollAsync(house);

        Assert.Null((await StateAsync(house, "support")).Trouble);
        Assert.Empty(dovecot.Files(box));
        Assert.Equal(2, dovecot.Files(box, "&XfJlNg- &- done").Count);
        Assert.Equal(2, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task A_mail_that_we_could_not_keep_is_not_moved()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("After", "move"), ("MoveTo", "done")));
        dovecot.Deliver(box, Mails(1));
        dovecot.Deliver(box, [], "done");
        // The state, the vault, two rows of the ledger; the fifth request is the pointer.
        house.Crash.At(5, afterwards: false);

        await Assert.ThrowsAnyAsync<Exception>(() => PollAsync(house));
        var left = dovecot.Files(box).Count;
        await PollAsync(house);

        Assert.Equal(1, left);
        Assert.Empty(dovecot.Files(box));
        Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));
    }

    [DovecotFact]
    public async Task A_taken_mail_is_flagged_where_that_is_wanted()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("After", "flag")));
        dovecot.Deliver(box, Mails(1));

        await PollAsync(house);

        Assert.EndsWith(":2,F", Assert.Single(dovecot.Files(box)), StringComparison.Ordinal);
    }

    [DovecotFact]
    public async Task A_wrong_password_is_named_and_waits_longer_each_time()
    {
        var (wrong, right) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await OpenAsync([.. Mailbox("wrong", wrong, ("Password", "guess")), .. Mailbox("right", right)]);
        dovecot.Deliver(right, Mails(1));

        await PollAsync(house);
        var first = (await StateAsync(house, "wrong")).Trouble!;
        await PollAsync(house);
        var rested = (await StateAsync(house, "wrong")).Trouble!;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await PollAsync(house);
        var second = (await StateAsync(house, "wrong")).Trouble!;

        Assert.Equal(MailboxTroubleKind.SignIn, first.Kind);
        Assert.Contains("AUTHENTICATIONFAILED", first.Error, StringComparison.Ordinal);
        Assert.Equal(first, rested);
        Assert.Equal(2, second.Failures);
        Assert.Equal(TimeSpan.FromMinutes(15), second.NotBefore - house.Clock.GetUtcNow());
        Assert.Equal(1, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task Of_a_mail_over_the_bound_the_beginning_is_taken_always_the_same_and_the_ledger_says_where_the_whole_is()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync([.. Mailbox("support", box), .. Mailbox("again", box), ("MaxMailBytes", "65536")]);
        var mail = Mails(1, length: 700_000)[0];
        dovecot.Deliver(box, [mail]);

        await PollAsync(house);

        var pointers = await house.TakeAsync<MailPointer>("mail-received");
        Assert.Equal(Sha(mail[..(512 * 1024)]), Assert.Single(pointers.Select(p => p.Sha256).Distinct(StringComparer.Ordinal)));
        await house.Get<ReceiveMail>().HandleAsync(pointers[0], CancellationToken.None);
        var row = (await house.RowAsync(pointers[0].Sha256))!;
        Assert.Equal((Core.Intake.MailEnding.TooLarge, (long?)mail.Length), (row.Ending, row.WholeBytes));
        Assert.Equal(2, row.Sources.Count);
        Assert.Contains("over the limit of 64 KB", row.Reason, StringComparison.Ordinal);
        Assert.Contains($"Only its first 512 KB are kept; the whole lies where it came from ({row.Sources[0]}).", row.Reason, StringComparison.Ordinal);
        Assert.Equal("Where is my transfer 1", (await house.TicketAsync(row)).History.Ticket!.Subject);
    }

    [DovecotFact]
    public async Task A_mail_of_several_pieces_is_taken_byte_for_byte()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box));
        var mail = Mails(1, length: 9_000_000)[0];
        dovecot.Deliver(box, [mail]);

        await PollAsync(house);

        Assert.Equal(Sha(mail), Assert.Single(await house.TakeAsync<MailPointer>("mail-received")).Sha256);
    }

    [DovecotFact]
    public async Task A_mailbox_that_starts_with_new_mails_leaves_the_old_ones_alone()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("Start", "new")));
        dovecot.Deliver(box, Mails(3));
        house.Clock.Advance(DateTimeOffset.UtcNow.AddMinutes(1) - house.Clock.GetUtcNow());
        await PollAsync(house);
        var late = Mails(1, subject: "New");
        dovecot.Deliver(box, late);

        await PollAsync(house);

        Assert.Equal(Sha(late[0]), Assert.Single(await house.TakeAsync<MailPointer>("mail-received")).Sha256);
    }

    private static (string, string)[] Mailbox(string name, string user, params (string Part, string Value)[] more) =>
    [
        .. new[] { ("Host", "127.0.0.1"), ("Port", Number(0)), ("Security", "none"), ("User", user), ("Password", DovecotServer.Password) }
            .Concat(more).Select(p => ($"Mailbox__{name}__{p.Item1}", p.Item2)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<byte[]> Mails(int count, int length = 0, string subject = "Where is my transfer") =>
    [
        .. Enumerable.Range(1, count).Select(n => Encoding.Latin1.GetBytes(
            $"From: Customer {n} <customer{n}@example.com>\r\nTo: support@swallowpay.example\r\nSubject: {subject} {n}\r\n"
            + $"Message-ID: <{Guid.NewGuid():N}@example.com>\r\n\r\nRaw \xB9\xFA bytes, a \"quote\" (and a bracket.\r\n"
            + string.Concat(Enumerable.Repeat("A line of a long mail, sixty-four characters with its end....\r\n", length / 63)))),
    ];

    private static string Sha(byte[] mail) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(mail));

    private static Task PollAsync(House house) => house.Get<PollMailboxes>().HandleAsync(CancellationToken.None);

    private static async Task<MailboxState> StateAsync(House house, string name) =>
        (await house.Get<MailboxStore>().FindAsync(name, CancellationToken.None)).State;

    // A port of 0 stands for the server's.
    private Task<House> OpenAsync((string Setting, string Value)[] settings) => House.OpenAsync(
        azurite.NewAccount(), null, [.. settings.Select(s => s.Setting.EndsWith("__Port", StringComparison.Ordinal) && s.Value == "0" ? (s.Setting, Number(dovecot.Port)) : s)]);
}
