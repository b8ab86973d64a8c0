using System.Text.RegularExpressions;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Support.Azurite;
using Mailroom.Support.Imap;
using static Mailroom.Pipeline.Tests.Handlers.MailboxHouse;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Much that waits, long outages, and servers without lasting numbers.</summary>
[Collection(SharedAzurite.Name)]
public sealed partial class MailboxBacklogTests(AzuriteServer azurite, DovecotServer dovecot) : IClassFixture<DovecotServer>
{
    // The emulator slows down with every row: catching up with all of them takes it minutes, and shows what the next test shows.
    [DovecotFact]
    public async Task Of_five_thousand_mails_each_run_takes_its_share_oldest_first_and_a_quiet_mailbox_does_not_wait()
    {
        var (full, quiet) = (dovecot.NextBox(), dovecot.NextBox());
        await using var house = await House.OpenAsync(azurite.NewAccount(), null,
            [.. Mailbox("full", full, dovecot.Port), .. Mailbox("quiet", quiet, dovecot.Port), ("MailboxMostPerRun", "300")]);
        var mails = Mails(5_000);
        dovecot.Deliver(full, mails);
        dovecot.Deliver(quiet, Mails(4, subject: "Quiet"));

        await house.PollAsync();
        var (first, calm) = (await house.StateAsync("full"), await house.StateAsync("quiet"));
        await house.PollAsync();
        await house.PollAsync();

        var third = await house.StateAsync("full");
        Assert.Equal((4_704, 0), (first.Waiting, calm.Waiting));
        Assert.Equal((4_104, 896u), (third.Waiting, third.HighWater));
        var taken = (await house.TakeAsync<MailPointer>("mail-received")).Select(m => m.Sha256).ToList();
        Assert.Equal(900, taken.Count);
        Assert.Equal(900, taken.ToHashSet(StringComparer.Ordinal).Count);
    }

    [DovecotFact]
    public async Task A_backlog_is_caught_up_run_by_run_none_lost_and_none_twice()
    {
        var box = dovecot.NextBox();
        await using var house = await House.OpenAsync(azurite.NewAccount(), null,
            [.. Mailbox("support", box, dovecot.Port), ("MailboxMostPerRun", "250")]);
        var mails = Mails(700);
        dovecot.Deliver(box, mails);

        for (var run = 1; run <= 4; run++)
        {
            await house.PollAsync();
        }

        Assert.Equal(0, (await house.StateAsync()).Waiting);
        var taken = (await house.TakeAsync<MailPointer>("mail-received")).Select(m => m.Sha256);
        Assert.Equal(mails.Select(Sha).Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [DovecotFact]
    public async Task After_a_weeks_outage_all_that_came_meanwhile_is_taken_however_old_and_whoever_read_it()
    {
        var box = dovecot.NextBox();
        await using var proxy = new CuttingProxy(dovecot.Port, after: 0, cuts: 7);
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, Mailbox("support", box, proxy.Port));
        var failures = new List<int>();
        for (var day = 7; day > 0; day--)
        {
            dovecot.Deliver(box, Mails(10, subject: $"Day {day}"), at: DateTimeOffset.UtcNow.AddDays(-day));
            house.Clock.Advance(TimeSpan.FromDays(1));
            await house.PollAsync();
            failures.Add((await house.StateAsync()).Trouble!.Failures);
        }

        dovecot.ReadAll(box);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.PollAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], failures);
        Assert.Null((await house.StateAsync()).Trouble);
        Assert.Equal(70, (await house.TakeAsync<MailPointer>("mail-received")).DistinctBy(m => m.Sha256).Count());
    }

    [DovecotFact]
    public async Task A_server_without_lasting_numbers_is_read_where_taken_mails_are_moved_away()
    {
        var box = dovecot.NextBox();
        await using var odd = WithoutValidity();
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, Mailbox("support", box, odd.Port, ("After", "move"), ("MoveTo", "done")));
        dovecot.Deliver(box, Mails(3));
        dovecot.Deliver(box, [], "done");

        await house.PollAsync();
        dovecot.Deliver(box, Mails(2, subject: "Late"));
        await house.PollAsync();

        Assert.Null((await house.StateAsync()).Trouble);
        Assert.Equal(5, (await house.TakeAsync<MailPointer>("mail-received")).DistinctBy(m => m.Sha256).Count());
        Assert.Equal(5, dovecot.Files(box, "done").Count);
    }

    [DovecotFact]
    public async Task A_server_without_lasting_numbers_is_told_of_where_mails_stay()
    {
        var box = dovecot.NextBox();
        await using var odd = WithoutValidity();
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, Mailbox("support", box, odd.Port));
        dovecot.Deliver(box, Mails(1));

        await house.PollAsync();

        var trouble = (await house.StateAsync()).Trouble!;
        Assert.Equal(MailboxTroubleKind.Refused, trouble.Kind);
        Assert.Contains("UIDVALIDITY", trouble.Error, StringComparison.Ordinal);
        Assert.Equal(0, await house.CountAsync("mail-received"));
    }

    private CuttingProxy WithoutValidity() => new(dovecot.Port, int.MaxValue, 0)
    {
        Rewrite = words => Validity().Replace(words, "UIDVALIDITY 0"),
    };

    [GeneratedRegex("UIDVALIDITY [0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Validity();
}
