using System.Globalization;
using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Smtp;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>The whole way out: from the mail that came in to what a real server keeps, puts off, refuses or leaves open.</summary>
[Collection(SharedAzurite.Name)]
public sealed class DeliverToPostfixTests(AzuriteServer azurite, PostfixServer postfix) : IClassFixture<PostfixServer>
{
    [PostfixFact(WithStorage = true)]
    public async Task The_acknowledgement_lies_in_the_customers_box_and_the_outbox_says_sent()
    {
        var customer = NextCustomer();
        await using var house = await OpenAsync(PostfixDoor.StartTls);

        var row = await house.BringAsync(RawMails.Mail(from: customer));

        var delivered = await postfix.DeliveredAsync($"X-Original-To: {customer}");
        Assert.StartsWith("Return-Path: <>\n", delivered, StringComparison.Ordinal);
        Assert.Contains(row.Ticket!, delivered, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, (await OutboxAsync(house, row)).State);
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_greylisted_mail_is_tried_again_ever_later_and_arrives_once()
    {
        var customer = NextCustomer();
        postfix.Answer(customer, "450 4.2.0 Greylisted, come back later");
        await using var house = await OpenAsync(PostfixDoor.Strict);
        var row = await house.BringAsync(RawMails.Mail(from: customer));

        var first = await OutboxAsync(house, row);
        await DeliverAsync(house, first);
        var second = await OutboxAsync(house, row);
        var ordered = await house.CountAsync("mail-outgoing");
        postfix.Answer(customer, "OK");
        await DeliverAsync(house, second);

        Assert.Equal((OutboxState.Pending, 2), (first.State, first.Attempt));
        Assert.Equal((OutboxState.Pending, 3), (second.State, second.Attempt));
        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)], [first.NotBefore!.Value - Start, second.NotBefore!.Value - first.NotBefore.Value]);
        Assert.Equal(2, ordered);
        Assert.Equal(OutboxState.Sent, (await OutboxAsync(house, row)).State);
        await postfix.DeliveredAsync($"X-Original-To: {customer}");
        Assert.Single(postfix.Arrivals($"X-Original-To: {customer}"));
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_refused_mail_is_set_aside_and_its_ticket_shows_the_servers_words()
    {
        var customer = NextCustomer();
        postfix.Answer(customer, "550 5.1.1 No such user here");
        await using var house = await OpenAsync(PostfixDoor.StartTls);

        var row = await house.BringAsync(RawMails.Mail(from: customer));

        Assert.Equal(OutboxState.Parked, (await OutboxAsync(house, row)).State);
        var told = Assert.Single((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.MailParked>());
        Assert.Equal(FailureKind.Refused, told.Cause);
        Assert.Contains("No such user here", told.Why, StringComparison.Ordinal);
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_server_that_hangs_before_it_has_the_mail_is_left_and_asked_again()
    {
        var customer = NextCustomer();
        postfix.Answer(customer, "sleep 30");
        await using var house = await OpenAsync(PostfixDoor.StartTls);

        var row = await house.BringAsync(RawMails.Mail(from: customer));

        var waiting = await OutboxAsync(house, row);
        Assert.Equal((OutboxState.Pending, 2, Start.AddMinutes(1)), (waiting.State, waiting.Attempt, waiting.NotBefore));
        Assert.Contains("could not be reached", waiting.Reason, StringComparison.Ordinal);
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_server_that_hangs_after_it_has_the_whole_mail_leaves_it_uncertain_and_the_customer_gets_it_once()
    {
        var customer = NextCustomer();
        postfix.AnswerAtEnd(customer, "sleep 8");
        await using var house = await OpenAsync(PostfixDoor.StartTls);

        var row = await house.BringAsync(RawMails.Mail(from: customer));
        var parked = await OutboxAsync(house, row);
        await DeliverAsync(house, parked);

        Assert.Equal(OutboxState.Parked, parked.State);
        Assert.Equal(FailureKind.Uncertain, Assert.Single((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.MailParked>()).Cause);
        await postfix.DeliveredAsync($"X-Original-To: {customer}");
        Assert.Single(postfix.Arrivals($"X-Original-To: {customer}"));
    }

    [PostfixFact(WithStorage = true)]
    public async Task A_refused_password_is_named_and_the_mail_waits()
    {
        await using var house = await OpenAsync(PostfixDoor.SignIn, ("SmtpUser", postfix.Users.NextBox()), ("SmtpPassword", "guess"));

        var waiting = await OutboxAsync(house, await house.BringAsync(RawMails.Mail(from: NextCustomer())));

        Assert.Equal((OutboxState.Pending, Start.AddMinutes(15)), (waiting.State, waiting.NotBefore));
        Assert.Contains("sign-in", waiting.Reason, StringComparison.Ordinal);
    }

    private static DateTimeOffset Start { get; } = new(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);

    private static string NextCustomer() => $"li.lei.{Guid.NewGuid():N}@customer.example";

    private static async Task<OutboxRow> OutboxAsync(House house, LedgerRow row) => Assert.Single((await house.TicketAsync(row)).Outbox);

    // What the queue does when a delayed message's time has come.
    private static Task DeliverAsync(House house, OutboxRow row)
    {
        house.Clock.Set(row.NotBefore ?? house.Clock.GetUtcNow());
        return house.Get<DeliverMail>().HandleAsync(new OutgoingPointer(1, row.Partition, row.Mail.Id, row.Attempt), CancellationToken.None);
    }

    private Task<House> OpenAsync(PostfixDoor door, params (string Setting, string Value)[] more) => House.OpenAsync(azurite.NewAccount(), null,
    [
        ("MailDelivery", "smtp"), ("SmtpHost", "localhost"), ("SmtpPort", postfix.Port(door).ToString(CultureInfo.InvariantCulture)),
        ("SmtpSecurity", door is PostfixDoor.Strict ? "none" : "starttls"), .. more,
    ]);
}
