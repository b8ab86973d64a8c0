using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Imap;
using static Mailroom.Pipeline.Tests.Handlers.MailboxHouse;

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

        await house.PollAsync();
        await house.PollAsync();

        var taken = await house.TakeAsync<MailPointer>("mail-received");
        Assert.Equal(mails.Select(Sha).Order(StringComparer.Ordinal), taken.Select(m => m.Sha256).Order(StringComparer.Ordinal));
        var row = await house.RowAsync(Sha(mails[0]));
        var validity = (await house.StateAsync("support")).UidValidity;
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

        await house.PollAsync();

        Assert.Equal(3, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task A_connection_cut_in_the_middle_of_a_mail_loses_nothing_and_takes_nothing_twice()
    {
        var box = dovecot.NextBox();
        await using var proxy = new CuttingProxy(dovecot.Port, after: 150_000, cuts: 1);
        await using var house = await OpenAsync(Mailbox("support", box, ("Port", Number(proxy.Port))));
        dovecot.Deliver(box, Mails(6, length: 60_000));

        await house.PollAsync();
        var cut = await house.StateAsync("support");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.PollAsync();

        Assert.Equal(MailboxTroubleKind.Unreachable, cut.Trouble!.Kind);
        Assert.InRange(cut.Taken.Count, 1, 3);
        var taken = await house.TakeAsync<MailPointer>("mail-received");
        Assert.Equal(6, taken.Count);
        Assert.Equal(6, taken.DistinctBy(m => m.Sha256).Count());
        Assert.Null((await house.StateAsync("support")).Trouble);
    }

    [DovecotFact]
    public async Task A_folder_with_a_new_life_is_looked_through_again_and_opens_nothing_twice()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box));
        dovecot.Deliver(box, Mails(3));
        await house.PollAsync();
        await house.WorkAsync();
        var before = await house.StateAsync("support");

        dovecot.BeginAnew(box, before.UidValidity + 7);
        var late = Mails(1, subject: "After the move");
        dovecot.Deliver(box, late);
        await house.PollAsync();

        var after = await house.StateAsync("support");
        Assert.Equal(before.UidValidity + 7, after.UidValidity);
        var pointer = Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));
        Assert.Equal(Sha(late[0]), pointer.Sha256);
    }

    [DovecotFact]
    public async Task A_full_mailbox_does_not_keep_a_quiet_one_waiting()
    {
        var (full, quiet) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await OpenAsync([.. Mailbox("full", full), .. Mailbox("quiet", quiet), ("MailboxMostPerRun", "20")]);
        dovecot.Deliver(full, Mails(60));
        dovecot.Deliver(quiet, Mails(4, subject: "Quiet"));

        await house.PollAsync();

        Assert.Equal(0, (await house.StateAsync("quiet")).Waiting);
        Assert.Equal(44, (await house.StateAsync("full")).Waiting);
    }

    [DovecotFact]
    public async Task A_mail_is_moved_after_it_is_ours()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("After", "move"), ("MoveTo", "已收 & done")));
        dovecot.Deliver(box, Mails(2));
        dovecot.Deliver(box, [], "&XfJlNg- &- done");

        await house.PollAsync();

        Assert.Null((await house.StateAsync("support")).Trouble);
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

        await Assert.ThrowsAnyAsync<Exception>(() => house.PollAsync());
        var left = dovecot.Files(box).Count;
        await house.PollAsync();

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

        await house.PollAsync();

        Assert.EndsWith(":2,F", Assert.Single(dovecot.Files(box)), StringComparison.Ordinal);
    }

    [DovecotFact]
    public async Task A_taken_mail_is_marked_as_read_where_that_is_wanted_and_that_decides_nothing()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("After", "seen")));
        dovecot.Deliver(box, Mails(2));

        await house.PollAsync();
        dovecot.Deliver(box, Mails(1, subject: "Late"));
        dovecot.ReadAll(box);
        await house.PollAsync();

        Assert.All(dovecot.Files(box), f => Assert.EndsWith(":2,S", f, StringComparison.Ordinal));
        Assert.Equal(3, await house.CountAsync("mail-received"));
    }

    [DovecotFact]
    public async Task A_wrong_password_is_named_and_waits_longer_each_time()
    {
        var (wrong, right) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await OpenAsync([.. Mailbox("wrong", wrong, ("Password", "guess")), .. Mailbox("right", right)]);
        dovecot.Deliver(right, Mails(1));

        await house.PollAsync();
        var first = (await house.StateAsync("wrong")).Trouble!;
        await house.PollAsync();
        var rested = (await house.StateAsync("wrong")).Trouble!;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.PollAsync();
        var second = (await house.StateAsync("wrong")).Trouble!;

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

        await house.PollAsync();

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

        await house.PollAsync();

        Assert.Equal(Sha(mail), Assert.Single(await house.TakeAsync<MailPointer>("mail-received")).Sha256);
    }

    [DovecotFact]
    public async Task A_mailbox_that_starts_with_new_mails_leaves_the_old_ones_alone()
    {
        var box = dovecot.NextBox();
        await using var house = await OpenAsync(Mailbox("support", box, ("Start", "new")));
        dovecot.Deliver(box, Mails(3));
        house.Clock.Advance(DateTimeOffset.UtcNow.AddMinutes(1) - house.Clock.GetUtcNow());
        await house.PollAsync();
        var late = Mails(1, subject: "New");
        dovecot.Deliver(box, late);

        await house.PollAsync();

        Assert.Equal(Sha(late[0]), Assert.Single(await house.TakeAsync<MailPointer>("mail-received")).Sha256);
    }

    private (string, string)[] Mailbox(string name, string user, params (string Part, string Value)[] more) =>
        MailboxHouse.Mailbox(name, user, dovecot.Port, more);

    private Task<House> OpenAsync((string Setting, string Value)[] settings) => House.OpenAsync(azurite.NewAccount(), null, settings);
}
