using System.Text;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>A mail over a bound is never silence: its header is a ticket, and its sender is asked once to send it again.</summary>
[Collection(SharedAzurite.Name)]
public sealed class OverlargeMailTests(AzuriteServer azurite)
{
    private static readonly string Body = new('x', 70_000);

    [AzuriteFact]
    public async Task A_Chinese_one_is_a_ticket_with_one_notice_in_Chinese()
    {
        await using var house = await OpenAsync();

        var row = await house.BringAsync(Large("退款没有到账，附上录屏"));

        Assert.Equal((MailEnding.TooLarge, "NewTicket"), (row.Ending, row.Rule));
        Assert.Contains("over the limit of 64 KB; only its header was read.", row.Reason, StringComparison.Ordinal);
        var opened = (await house.TicketAsync(row)).History.Events.OfType<TicketEvent.Opened>().Single();
        Assert.Equal((row.Reason, "退款没有到账，附上录屏", "letter-1@customer.example"), (opened.Why, opened.Understanding.Subject, opened.Mail.ThreadId));
        var sent = Assert.Single(house.Sender.Sent);
        Assert.Equal((OutgoingKind.Unread, ReplyLanguage.Chinese, RawMails.Customer), (sent.Kind, sent.Language, sent.To[0].Key));
        using var written = house.Get<Pipeline.Adapters.Mail.Writing.MailWriter>().Write(sent);
        Assert.Contains("超过了我们能够打开的 64 KB", written.TextBody, StringComparison.Ordinal);
        Assert.Contains("请您重新发送一次", written.TextBody, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task An_English_one_is_answered_in_English()
    {
        await using var house = await OpenAsync();

        await house.BringAsync(Large("My refund did not arrive"));

        Assert.Equal(ReplyLanguage.English, Assert.Single(house.Sender.Sent).Language);
    }

    [AzuriteTheory]
    [InlineData("Auto-Submitted: auto-replied", MailEnding.Automatic)]
    [InlineData("List-Unsubscribe: <mailto:off@list.example>", MailEnding.List)]
    [InlineData("X-Auto-Response-Suppress: All", MailEnding.TooLarge)]
    [InlineData("Return-Path: <>", MailEnding.TooLarge)]
    public async Task A_machine_or_list_gets_none(string header, MailEnding ending)
    {
        await using var house = await OpenAsync();

        var row = await house.BringAsync(RawMails.Mail(body: Body, headers: header));

        Assert.Equal(ending, row.Ending);
        Assert.Contains("only its header was read.", row.Reason, StringComparison.Ordinal);
        Assert.Empty(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task The_same_one_again_is_another_ticket_without_a_second_notice_that_day()
    {
        await using var house = await OpenAsync();
        await house.BringAsync(Large("退款没有到账"));

        var again = await house.BringAsync(Large("退款没有到账", id: "letter-2@customer.example"));

        Assert.Equal(MailEnding.TooLarge, again.Ending);
        Assert.Contains("No acknowledgement: ", (await house.TicketAsync(again)).History.Events.OfType<TicketEvent.Opened>().Single().Why, StringComparison.Ordinal);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_reply_joins_its_ticket_and_its_writer_is_asked_once()
    {
        await using var house = await OpenAsync();
        var first = await house.BringAsync(RawMails.Mail());
        var address = house.Sender.Sent[0].ReplyTo!.Address;

        var rows = new[]
        {
            await house.BringAsync(Large("转账截图", id: "letter-2@customer.example", to: address)),
            await house.BringAsync(Large("更多截图", id: "letter-3@customer.example", to: address)),
        };

        Assert.All(rows, row => Assert.Equal((MailEnding.TooLarge, first.Ticket), (row.Ending, row.Ticket)));
        Assert.Equal([OutgoingKind.Acknowledgement, OutgoingKind.Unread], house.Sender.Sent.Select(m => m.Kind));
        Assert.Equal("letter-2@customer.example", house.Sender.Sent[1].InReplyTo);
    }

    [AzuriteFact]
    public async Task A_redelivered_one_changes_nothing()
    {
        await using var house = await OpenAsync();
        var row = await house.BringAsync(Large("退款没有到账"));
        var before = await house.TicketAsync(row);
        await house.Get<LedgerStore>().EndAsync(row with { Ending = MailEnding.DeadLetter }, CancellationToken.None);

        await house.Get<ReceiveMail>().HandleAsync(new MailPointer(1, row.Sha256, row.ReceivedAt), CancellationToken.None);
        await house.WorkAsync();

        Assert.Equal(before.ETag, (await house.TicketAsync(row)).ETag);
        Assert.Equal((MailEnding.TooLarge, row.Reason), ((await house.RowAsync(row.Sha256))!.Ending, (await house.RowAsync(row.Sha256))!.Reason));
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteTheory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task One_that_takes_too_long_is_a_ticket_all_the_same(int grace)
    {
        var time = new ReadingTime(TimeSpan.Zero, TimeSpan.FromSeconds(grace));
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, time);

        var row = await house.BringAsync(RawMails.Mail());

        Assert.Equal(MailEnding.TooLarge, row.Ending);
        Assert.Contains("took longer than", row.Reason, StringComparison.Ordinal);
        Assert.Equal(OutgoingKind.Unread, Assert.Single(house.Sender.Sent).Kind);
    }

    [AzuriteFact]
    public async Task Hostile_ones_end_each_in_a_ticket()
    {
        // One sender is written to twice in half an hour at most: each house sees no more than two of its mails.
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await using var other = await House.OpenAsync(azurite.NewAccount());

        var rows = new[]
        {
            await house.BringAsync(HostileMails.Nested(1000)), await house.BringAsync(HostileMails.Parts(10_000)),
            await other.BringAsync(HostileMails.LongHeader(1_000_000, oneField: true)), await other.BringAsync(HostileMails.Recipients(100_000)),
        };

        Assert.Equal([MailEnding.TooLarge, MailEnding.TooLarge, MailEnding.Ticket, MailEnding.Ticket], rows.Select(r => r.Ending));
        Assert.Equal(["Nested", "Parts", "Long-header"], house.Sender.Sent.Concat(other.Sender.Sent).Select(m => m.InReplyTo!.Split('@')[0]));
    }

    private static string Large(string subject, string id = "letter-1@customer.example", string to = RawMails.Support) =>
        RawMails.Mail(id, to: to, body: Body).Replace(
            "Subject: Transfer", $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=", StringComparison.Ordinal);

    private Task<House> OpenAsync() => House.OpenAsync(azurite.NewAccount(), null, ("MaxMailBytes", "65536"));
}
