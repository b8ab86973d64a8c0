using Mailroom.Core.Intake;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>What counts as the same mail come twice, and what does not.</summary>
[Collection(SharedAzurite.Name)]
public sealed class CopiesTests(AzuriteServer azurite)
{
    private static readonly string[] ToHelp = ["Delivered-To: help@swallowpay.example", "DKIM-Signature: v=1; a=rsa-sha256; d=customer.example; b=other", "X-Relay: 2"];

    [AzuriteTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_letter_to_two_boxes_is_one_ticket_in_any_order_and_both_ways_stay_known(bool isHelpFirst)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        string[][] ways = isHelpFirst ? [ToHelp, []] : [[], ToHelp];

        var first = await house.BringAsync(RawMails.Mail(headers: ways[0]), "imap:a");
        var second = await house.BringAsync(RawMails.Mail(headers: ways[1]), "imap:b");
        var again = await house.BringAsync(RawMails.Mail(headers: ways[1]), "imap:c");

        Assert.Equal((MailEnding.Duplicate, first.Ticket), (second.Ending!.Value, second.Ticket));
        Assert.Equal(["imap:b", "imap:c"], again.Sources);
        Assert.Equal([second.Sha256], (await house.RowAsync(first.Sha256))!.Copies);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task Two_copies_that_are_worked_at_the_same_time_are_one_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        for (var n = 0; n < 5; n++)
        {
            await house.AcceptAsync(RawMails.Mail(headers: $"X-Relay: {n}"));
        }

        var pointers = await house.TakeAsync<MailPointer>("mail-received");
        await Task.WhenAll(pointers.Select(p => Task.Run(() => house.Get<ReceiveMail>().HandleAsync(p, CancellationToken.None))));
        await house.WorkAsync();

        var rows = await Task.WhenAll(pointers.Select(p => house.RowAsync(p.Sha256)));
        Assert.Single(rows, r => r!.Ending == MailEnding.Ticket);
        Assert.Equal(4, rows.Count(r => r!.Ending == MailEnding.Duplicate));
        Assert.Single(rows.Select(r => r!.Ticket).Distinct());
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task Copies_of_a_mail_without_Message_ID_are_one_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var first = await house.BringAsync(Nameless(RawMails.Mail()));
        var copy = await house.BringAsync(Nameless(RawMails.Mail(headers: ToHelp)));
        var other = await house.BringAsync(Nameless(RawMails.Mail(body: "另一笔 300 元也没有收到。")));

        Assert.Equal((MailEnding.Duplicate, first.Ticket), (copy.Ending!.Value, copy.Ticket));
        Assert.Equal(MailEnding.Ticket, other.Ending);
        Assert.NotEqual(first.Ticket, other.Ticket);
    }

    [AzuriteFact]
    public async Task A_program_that_gives_all_its_mails_one_id_loses_none_of_them()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var first = await house.BringAsync(RawMails.Mail());
        var second = await house.BringAsync(RawMails.Mail(body: "第二笔 800 元也没有收到。"));
        var copyOfSecond = await house.BringAsync(RawMails.Mail(body: "第二笔 800 元也没有收到。", headers: ToHelp));
        var copyOfFirst = await house.BringAsync(RawMails.Mail(headers: ToHelp));

        Assert.Equal([MailEnding.Ticket, MailEnding.Ticket], [first.Ending!.Value, second.Ending!.Value]);
        Assert.NotEqual(first.Ticket, second.Ticket);
        Assert.Equal((MailEnding.Duplicate, second.Ticket), (copyOfSecond.Ending!.Value, copyOfSecond.Ticket));
        Assert.Equal((MailEnding.Duplicate, first.Ticket), (copyOfFirst.Ending!.Value, copyOfFirst.Ticket));
    }

    [AzuriteFact]
    public async Task An_id_whose_case_a_relay_changed_is_still_known()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail("LETTER-1@Customer.example"));

        var reply = await house.BringAsync(RawMails.Mail("letter-2@customer.example", headers: "In-Reply-To: <letter-1@CUSTOMER.EXAMPLE>"));

        Assert.Equal((MailEnding.Joined, first.Ticket), (reply.Ending!.Value, reply.Ticket));
    }

    [AzuriteFact]
    public async Task Exchanges_thread_mark_goes_back_with_the_acknowledgement()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var mark = Convert.ToBase64String(new byte[27]);

        await house.BringAsync(RawMails.Mail(headers: $"Thread-Index: {mark}"));
        await house.BringAsync(RawMails.Mail("letter-2@customer.example", "other@customer.example", headers: "Thread-Index: not one"));

        Assert.Equal([mark, null], house.Sender.Sent.Select(m => m.ThreadIndex));
    }

    private static string Nameless(string mail) => mail.Replace("Message-ID: <letter-1@customer.example>\r\n", "", StringComparison.Ordinal);
}
