using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class UndoJoinTests(AzuriteServer azurite)
{
    private const int MoreThanItTakes = 60;

    [AzuriteFact]
    public async Task The_mail_gets_a_ticket_of_its_own_from_the_moment_that_it_came()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var before = (await house.TicketAsync(first)).History.Ticket!;
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        var reply = await ReplyAsync(house, 1);
        house.Clock.Advance(TimeSpan.FromMinutes(20));

        var own = await UndoAsync(house, first, "<REPLY-1@customer.example>");

        var row = (await house.RowAsync(reply.Sha256))!;
        Assert.Equal((MailEnding.Ticket, UndoneJoin.Rule, own.Value), (row.Ending!.Value, row.Rule, row.Ticket));
        var opened = await house.TicketAsync(row);
        Assert.Equal((reply.ReceivedAt, first.Ticket), (opened.History.Ticket!.OpenedAt, opened.History.Ticket.LinkedTo!.Value.Value));
        var left = (await house.TicketAsync(first)).History;
        Assert.Equal(before.People, left.Ticket!.People);
        Assert.Equal((before.ResponseDue, before.LastCustomerAt), (left.Ticket.ResponseDue, left.Ticket.LastCustomerAt));
        Assert.Equal(own, left.Events.OfType<TicketEvent.JoinUndone>().Single().Into);
        Assert.Equal([before.Number.Value, own.Value], house.Sender.Sent.Select(m => (string)m.Values["ticket"]!));
    }

    [AzuriteFact]
    public async Task Later_replies_to_the_mail_go_to_its_own_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        await ReplyAsync(house, 1);
        var own = await UndoAsync(house, first, "reply-1@customer.example");

        var later = await house.BringAsync(RawMails.Mail("later@customer.example", headers: "In-Reply-To: <reply-1@customer.example>"));

        Assert.Equal((MailEnding.Joined, own.Value), (later.Ending!.Value, later.Ticket));
    }

    [AzuriteFact]
    public async Task A_mail_whose_promise_would_have_passed_is_not_acknowledged()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        await ReplyAsync(house, 1);
        house.Clock.Advance(TimeSpan.FromDays(20));

        await UndoAsync(house, first, "reply-1@customer.example");

        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task What_never_joined_is_refused_and_what_was_undone_is_told_again()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var reply = await ReplyAsync(house, 1);
        var number = (await house.TicketAsync(first)).Number;
        var undo = house.Get<UndoJoin>();

        Assert.IsType<UndoResult.NoMail>(await undo.HandleAsync(number, first.Sha256, "mei", CancellationToken.None));
        Assert.IsType<UndoResult.NoTicket>(await undo.HandleAsync(Facts.Ticket, reply.Sha256, "mei", CancellationToken.None));
        var own = await UndoAsync(house, first, reply.Sha256);
        var version = (await house.TicketAsync(first)).History.Ticket!.Version;
        Assert.Equal(own, await UndoAsync(house, first, reply.Sha256));
        Assert.Equal(version, (await house.TicketAsync(first)).History.Ticket!.Version);
        Assert.Equal(2, house.Sender.Sent.Count);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undoing_survives_a_crash_at_any_request(bool afterwards)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var at = 1;
        for (; at < MoreThanItTakes; at++)
        {
            var from = $"customer-{at}@customer.example";
            var first = await house.BringAsync(RawMails.Mail($"letter-{at}@customer.example", from));
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            var reply = await ReplyAsync(house, at, from);
            house.Crash.At(at, afterwards);

            await UntilUndoneAsync(house, first, reply);

            var row = (await house.RowAsync(reply.Sha256))!;
            Assert.Equal(MailEnding.Ticket, row.Ending);
            var own = await house.TicketAsync(row);
            Assert.Equal([typeof(TicketEvent.Opened), typeof(TicketEvent.Promised)], own.History.Events.Select(e => e.GetType()));
            var left = (await house.TicketAsync(first)).History;
            Assert.Equal(own.Number, Assert.Single(left.Events.OfType<TicketEvent.JoinUndone>()).Into);
            Assert.Equal((TicketStatus.New, first.ReceivedAt), (left.Ticket!.Status, left.Ticket.LastCustomerAt));
            Assert.Equal(2, house.Sender.Sent.Count(m => m.To[0].Key == from));
            var claim = await house.Get<MailIndexStore>().FindAsync($"reply-{at}@customer.example", CancellationToken.None);
            Assert.Equal(own.Number, claim!.Ticket);
            if (!house.Crash.HasHappened)
            {
                break;
            }
        }

        Assert.InRange(at, 10, MoreThanItTakes - 1);
        var listed = await house.Get<ViewStore>().ListAsync(new TicketQuery(null, false, 500, null), CancellationToken.None);
        Assert.Equal(2 * at, listed.Tickets.Count);
        Assert.All(listed.Tickets, t => Assert.Equal(t.OpenedAt, t.LastCustomerAt));
    }

    // Once the order is in the queue nobody need ask again: the message finishes the work.
    private static async Task UntilUndoneAsync(House house, LedgerRow first, LedgerRow reply)
    {
        var waiting = await house.CountAsync("mail-received");
        for (var isDone = false; !isDone;)
        {
            try
            {
                if (await house.CountAsync("mail-received") > waiting)
                {
                    var order = new UndoOrder(first.Ticket!, "mei", house.Clock.GetUtcNow());
                    await house.Get<ReceiveMail>().HandleAsync(new MailPointer(1, reply.Sha256, reply.ReceivedAt) { Undo = order }, CancellationToken.None);
                }
                else
                {
                    await house.Get<UndoJoin>().HandleAsync((await house.TicketAsync(first)).Number, reply.Sha256, "mei", CancellationToken.None);
                }

                isDone = true;
            }
            catch (CrashException)
            {
                // Another worker goes on.
            }
        }

        house.Crash.Disarm();
        await house.WorkAsync();
    }

    private static Task<LedgerRow> ReplyAsync(House house, int n, string from = RawMails.Customer) => house.BringAsync(RawMails.Mail(
        $"reply-{n}@customer.example", from, body: "另外请问，修改手机号需要哪些材料？", headers: $"In-Reply-To: <letter-{n}@customer.example>"));

    private static async Task<TicketNumber> UndoAsync(House house, LedgerRow ticket, string mail)
    {
        var result = await house.Get<UndoJoin>().HandleAsync((await house.TicketAsync(ticket)).Number, mail, "mei", CancellationToken.None);
        await house.WorkAsync();
        return Assert.IsType<UndoResult.Undone>(result).Ticket;
    }
}
