using System.Text;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class ReceiveMailTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_persons_mail_becomes_a_ticket_with_one_acknowledgement()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var row = await house.BringAsync(RawMails.Mail());

        Assert.Equal(MailEnding.Ticket, row.Ending);
        var stored = await house.TicketAsync(row);
        Assert.Equal(RawMails.Customer, stored.History.Ticket!.Requester.Key);
        Assert.IsType<TicketEvent.Opened>(stored.History.Events[0]);
        Assert.Equal(row.Sha256, Assert.Single(stored.Inbox).Sha256);
        Assert.Equal(OutboxState.Sent, Assert.Single(stored.Outbox).State);
        var sent = Assert.Single(house.Sender.Sent);
        Assert.Equal(OutgoingKind.Acknowledgement, sent.Kind);
        Assert.Equal("letter-1@customer.example", sent.InReplyTo);
        var listed = await house.Get<ViewStore>().ListAsync(new TicketQuery(null, false, 10, null), CancellationToken.None);
        Assert.Equal(row.Ticket, Assert.Single(listed.Tickets).Number.Value);
    }

    [AzuriteFact]
    public async Task A_pointer_delivered_again_changes_nothing()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var row = await house.BringAsync(RawMails.Mail());
        var before = await house.TicketAsync(row);

        await house.Get<ReceiveMail>().HandleAsync(new MailPointer(1, row.Sha256, row.ReceivedAt), CancellationToken.None);
        await house.WorkAsync();

        var after = await house.TicketAsync(row);
        Assert.Equal(before.ETag, after.ETag);
        Assert.Equal(row, (await house.RowAsync(row.Sha256))! with { Sources = row.Sources, Envelopes = row.Envelopes, Copies = row.Copies });
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task Eight_workers_with_one_pointer_make_one_ticket_and_one_acknowledgement()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var receipt = await house.AcceptAsync(RawMails.Mail());
        var pointer = Assert.Single(await house.TakeAsync<MailPointer>("mail-received"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => house.Get<ReceiveMail>().HandleAsync(pointer, CancellationToken.None))));
        await house.WorkAsync();

        var row = (await house.RowAsync(receipt.Sha256))!;
        var stored = await house.TicketAsync(row);
        Assert.Single(stored.History.Events.OfType<TicketEvent.Opened>());
        Assert.Single(stored.Inbox);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_number_that_another_mail_has_is_left_alone()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var receipt = await house.AcceptAsync(RawMails.Mail("letter-2@customer.example", body: "My card was swallowed by the machine."));
        var squatted = TicketNumber.Derive(house.Get<HouseRules>().Key, receipt.Sha256, 0);
        var other = (await house.TicketAsync(first)).History.Ticket! with { Number = squatted, Version = 1 };
        await house.Get<TicketStore>().SaveAsync(
            new TicketSave(StoredTicket.Unused(squatted), other, [(await house.TicketAsync(first)).History.Events[0]], null, []), CancellationToken.None);

        await house.WorkAsync();

        var row = (await house.RowAsync(receipt.Sha256))!;
        Assert.Equal(TicketNumber.Derive(house.Get<HouseRules>().Key, receipt.Sha256, 1).Value, row.Ticket);
        Assert.Equal(first.Sha256, (await house.Get<TicketStore>().FindHeaderAsync(squatted, CancellationToken.None))!.OriginMail);
        Assert.Equal(2, house.Sender.Sent.Count);
    }

    [AzuriteFact]
    public async Task A_second_copy_by_Message_ID_ends_as_a_duplicate()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());

        var second = await house.BringAsync(RawMails.Mail(headers: "Received: from elsewhere.example; Wed, 6 May 2026 10:00:01 +0800"));

        Assert.Equal(MailEnding.Duplicate, second.Ending);
        Assert.Equal(first.Ticket, second.Ticket);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_strangers_mail_with_somebodys_Message_ID_gets_its_own_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());

        var second = await house.BringAsync(RawMails.Mail(from: "other@elsewhere.example"));
        await house.Get<ReceiveMail>().HandleAsync(new MailPointer(1, second.Sha256, second.ReceivedAt), CancellationToken.None);

        Assert.Equal(MailEnding.Ticket, second.Ending);
        Assert.NotEqual(first.Ticket, second.Ticket);
    }

    [AzuriteFact]
    public async Task A_reply_to_the_acknowledgement_joins_its_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var acknowledgement = house.Sender.Sent[0];

        var reply = await house.BringAsync(RawMails.Mail(
            "letter-2@customer.example", to: acknowledgement.ReplyTo!.Address, body: "补充：交易单号是 20260505123456。",
            headers: $"In-Reply-To: <{acknowledgement.MessageId}>"));

        Assert.Equal(MailEnding.Joined, reply.Ending);
        Assert.Equal(first.Ticket, reply.Ticket);
        Assert.Contains((await house.TicketAsync(first)).History.Events, e => e is TicketEvent.CustomerWrote);
        Assert.Single(house.Sender.Sent, m => m.Kind == OutgoingKind.Acknowledgement);
    }

    [AzuriteFact]
    public async Task A_follow_up_to_ones_own_mail_joins_by_references()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());

        var reply = await house.BringAsync(RawMails.Mail("letter-2@customer.example", headers: "References: <letter-1@customer.example>"));

        Assert.Equal(MailEnding.Joined, reply.Ending);
        Assert.Equal(first.Ticket, reply.Ticket);
    }

    [AzuriteFact]
    public async Task One_mail_to_two_of_our_boxes_is_one_ticket_whatever_its_way_and_envelope()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var accept = house.Get<AcceptMail>();
        foreach (var (box, trace) in new[] { ("support", "Received: by a.example; Wed, 6 May 2026 10:00:01 +0800"), ("help", "Delivered-To: help@swallowpay.example") })
        {
            var envelope = MailEnvelope.Of(RawMails.Customer, [box + "@swallowpay.example"]);
            await using var raw = await MailSpool.OfAsync(Encoding.UTF8.GetBytes(RawMails.Mail(headers: trace)), CancellationToken.None);
            await accept.HandleAsync(raw, new MailDelivered("http:raw", envelope), CancellationToken.None);
        }

        await house.WorkAsync();

        Assert.Single((await house.Get<ViewStore>().ListAsync(new TicketQuery(null, false, 10, null), CancellationToken.None)).Tickets);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_new_mail_with_the_number_in_its_subject_joins_when_its_sender_belongs()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        string Named(string id, string from) =>
            RawMails.Mail(id, from: from).Replace("Subject: Transfer", $"Subject: about {first.Ticket}", StringComparison.Ordinal);

        var own = await house.BringAsync(Named("letter-2@customer.example", RawMails.Customer));
        var stranger = await house.BringAsync(Named("letter-3@elsewhere.example", "stranger@elsewhere.example"));

        Assert.Equal((MailEnding.Joined, "FollowSubject", first.Ticket), (own.Ending, own.Rule, own.Ticket));
        Assert.Equal(MailEnding.Ticket, stranger.Ending);
        Assert.NotEqual(first.Ticket, stranger.Ticket);
    }

    [AzuriteTheory]
    [InlineData(29, MailEnding.Joined)]
    [InlineData(31, MailEnding.Ticket)]
    public async Task A_reply_to_a_solved_ticket_reopens_it_or_opens_a_linked_one(int days, MailEnding ending)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var stored = await house.TicketAsync(first);
        var events = TicketDecider.Decide(
            stored.History, new TicketCommand.Resolve(house.Clock.GetUtcNow(), "han.meimei"), house.Get<HouseRules>());
        var after = TicketDecider.Apply(stored.History, events, house.Get<HouseRules>()).Ticket!;
        await house.Get<TicketStore>().SaveAsync(new TicketSave(stored, after, events, null, []), CancellationToken.None);
        house.Clock.Advance(TimeSpan.FromDays(days));

        var reply = await house.BringAsync(RawMails.Mail("letter-2@customer.example", to: house.Sender.Sent[0].ReplyTo!.Address));

        Assert.Equal(ending, reply.Ending);
        var status = (await house.TicketAsync(first)).History.Ticket!.Status;
        Assert.Equal(ending == MailEnding.Joined, status != TicketStatus.Resolved);
        if (ending == MailEnding.Ticket)
        {
            Assert.Equal(first.Ticket, (await house.TicketAsync(reply)).History.Ticket!.LinkedTo!.Value.Value);
        }
    }

    [AzuriteFact]
    public async Task A_stranger_with_a_valid_token_gets_a_linked_ticket()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());

        var stranger = await house.BringAsync(RawMails.Mail(
            "letter-2@elsewhere.example", from: "stranger@elsewhere.example", to: house.Sender.Sent[0].ReplyTo!.Address));

        Assert.Equal(MailEnding.Ticket, stranger.Ending);
        Assert.NotEqual(first.Ticket, stranger.Ticket);
        Assert.Equal(first.Ticket, (await house.TicketAsync(stranger)).History.Ticket!.LinkedTo!.Value.Value);
    }

    [AzuriteFact]
    public async Task A_bounce_is_noted_and_the_address_is_muted()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());

        var bounce = await house.BringAsync(RawMails.Bounce(house.Sender.Sent[0].MessageId, RawMails.Customer, "5.1.1"));
        var next = await house.BringAsync(RawMails.Mail("letter-2@customer.example"));

        Assert.Equal(MailEnding.Noted, bounce.Ending);
        Assert.Equal(first.Ticket, bounce.Ticket);
        Assert.Contains((await house.TicketAsync(first)).History.Events, e => e is TicketEvent.DeliveryFailed);
        Assert.Equal(MailEnding.Ticket, next.Ending);
        Assert.Single(house.Sender.Sent);
    }

    [AzuriteFact]
    public async Task A_sender_over_budget_gets_a_ticket_but_no_acknowledgement()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var budget = house.Get<HouseRules>().Policy.Budget.PerRecipient[0].Mails;

        LedgerRow? last = null;
        for (var n = 0; n <= budget; n++)
        {
            last = await house.BringAsync(RawMails.Mail($"letter-{n}@customer.example", body: "Where is my money? " + new string((char)('a' + n), 3)));
        }

        Assert.Equal(MailEnding.Ticket, last!.Ending);
        var ticket = await house.TicketAsync(last);
        Assert.Empty(ticket.Outbox);
        Assert.Contains("No acknowledgement: ", ticket.History.Events.OfType<TicketEvent.Opened>().Single().Why, StringComparison.Ordinal);
        Assert.Equal(budget, house.Sender.Sent.Count);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.BringAsync(RawMails.Mail("letter-later@customer.example"));
        Assert.Equal(budget + 1, house.Sender.Sent.Count);
    }

    [AzuriteFact]
    public async Task What_is_no_mail_ends_in_the_ledger_with_a_reason()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var empty = await house.BringAsync("");
        var noMail = await house.BringAsync("just a line of text");

        Assert.All([empty, noMail], row => Assert.Equal(MailEnding.Unreadable, row.Ending));
        Assert.All([empty, noMail], row => Assert.NotEmpty(row.Reason));
    }

    [AzuriteFact]
    public async Task A_pointer_without_its_mail_fails_so_that_a_person_sees_it()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.Get<ReceiveMail>().HandleAsync(new MailPointer(1, Letters.Sha(7), house.Clock.GetUtcNow()), CancellationToken.None));

        Assert.Contains("vault", fault.Message, StringComparison.Ordinal);
    }
}
