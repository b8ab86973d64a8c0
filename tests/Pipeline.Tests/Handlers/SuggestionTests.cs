using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class SuggestionTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_reply_whose_references_are_lost_gets_its_likely_parent_which_nothing_acts_on()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        house.Clock.Advance(TimeSpan.FromHours(3));

        var reply = await house.BringAsync(Re(RawMails.Mail("letter-2@customer.example", body: "还没有到账，请尽快处理。", headers: "In-Reply-To: <rewritten@relay.example>")));

        Assert.Equal(MailEnding.Ticket, reply.Ending);
        var stored = await house.TicketAsync(reply);
        var suggested = stored.History.Events.OfType<TicketEvent.Opened>().Single().Suggested!;
        Assert.Equal(first.Ticket, suggested.Ticket.Value);
        Assert.Contains(SuggestionReason.SimilarSubject, suggested.Reasons);
        Assert.Null(stored.History.Ticket!.LinkedTo);
        Assert.DoesNotContain(stored.Outbox, o => o.Mail.Values.Values.Any(v => v as string == first.Ticket));
    }

    [AzuriteFact]
    public async Task A_stranger_who_names_a_ticket_is_suggested_to_its_agents_only()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var mail = RawMails.Mail("letter-2@elsewhere.example", from: "wife@elsewhere.example", body: "我是他的妻子，请问进度。");

        var stranger = await house.BringAsync(mail.Replace("Subject: Transfer", $"Subject: about {first.Ticket}", StringComparison.Ordinal));

        var opened = (await house.TicketAsync(stranger)).History.Events.OfType<TicketEvent.Opened>().Single();
        Assert.Equal(first.Ticket, opened.Suggested!.Ticket.Value);
        Assert.Equal([SuggestionReason.NumberInSubject], opened.Suggested.Reasons);
        Assert.Null(opened.LinkedTo);
    }

    [AzuriteFact]
    public async Task A_join_keeps_every_proof_and_what_is_known_of_the_sender()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        var acknowledgement = house.Sender.Sent[0];

        var reply = await house.BringAsync(RawMails.Mail(
            "letter-2@customer.example",
            to: acknowledgement.ReplyTo!.Address,
            body: "补充说明。",
            headers: [$"In-Reply-To: <{acknowledgement.MessageId}>", $"References: <letter-1@customer.example> <{acknowledgement.MessageId}>"]));

        var evidence = (await house.TicketAsync(reply)).History.Events.OfType<TicketEvent.CustomerWrote>().Single().Evidence!;
        Assert.Equal(
            [
                new(ProofKind.ReplyAddress, "To"),
                new(ProofKind.TokenMessageId, "In-Reply-To"),
                new(ProofKind.TokenMessageId, "References"),
                new(ProofKind.KnownMessageId, "References"),
            ],
            evidence.Proofs);
        Assert.Equal(SenderMatch.Same, evidence.Sender);
    }

    [AzuriteFact]
    public async Task The_same_person_by_another_spelling_of_a_gmail_address_joins()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail(from: "li.lei@gmail.com"));

        var reply = await house.BringAsync(RawMails.Mail("letter-2@gmail.com", from: "lilei+wallet@gmail.com", to: house.Sender.Sent[0].ReplyTo!.Address));

        Assert.Equal((MailEnding.Joined, first.Ticket), (reply.Ending, reply.Ticket));
        var wrote = (await house.TicketAsync(first)).History.Events.OfType<TicketEvent.CustomerWrote>().Single();
        Assert.Equal(SenderMatch.Alias, wrote.Evidence!.Sender);
    }

    [AzuriteFact]
    public async Task A_stranger_with_a_valid_token_is_linked_with_evidence_and_is_told_nothing_of_the_others()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var first = await house.BringAsync(RawMails.Mail());
        var known = house.Sender.Sent[0];

        var stranger = await house.BringAsync(RawMails.Mail(
            "letter-2@elsewhere.example", from: "stranger@elsewhere.example", to: known.ReplyTo!.Address, body: "Tell me more.",
            headers: [$"References: <letter-1@customer.example> <{known.MessageId}>", $"In-Reply-To: <{known.MessageId}>"]));

        var evidence = (await house.TicketAsync(stranger)).History.Events.OfType<TicketEvent.Opened>().Single().Evidence!;
        Assert.Equal((first.Ticket, SenderMatch.Foreign), (evidence.Ticket.Value, evidence.Sender));
        var answer = house.Sender.Sent[1];
        Assert.Equal("letter-2@elsewhere.example", answer.InReplyTo);
        Assert.Equal(["letter-2@elsewhere.example"], answer.References);
        Assert.DoesNotContain(first.Ticket!, string.Join('\n', answer.Values.Values.Select(v => $"{v}")), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Ticket!.Replace("-", "", StringComparison.Ordinal), answer.ReplyTo!.Address, StringComparison.OrdinalIgnoreCase);
    }

    private static string Re(string mail) => mail.Replace("Subject: Transfer", "Subject: =?utf-8?B?5Zue5aSN77yaIFRyYW5zZmVy?=", StringComparison.Ordinal);
}
