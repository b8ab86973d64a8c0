using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Tickets of one team that break their promise together: the warning is due at 17:00, the breach at 10:00 of the next working day.</summary>
[Collection(SharedAzurite.Name)]
public sealed class NoticeDeliveryTests(AzuriteServer azurite)
{
    private const int MoreThanAWayTakes = 120;
    private static readonly DateTimeOffset Opened = Shanghai("2026-05-06 10:00");
    private static readonly DateTimeOffset Warned = Shanghai("2026-05-06 17:00");
    private static readonly DateTimeOffset Broken = Shanghai("2026-05-07 10:00");

    [AzuriteFact]
    public async Task Forty_tickets_that_break_together_are_one_mail_to_their_lead()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var tickets = await OpenAsync(house, 40);
        await SweptAt(house, Warned);

        await SweptAt(house, Broken);

        Assert.Equal(["payments@swallowpay.example", "payments-lead@swallowpay.example"], house.Sender.Sent.Select(m => m.To[0].Key));
        var mail = house.Sender.Sent[1];
        Assert.Equal((OutgoingKind.EscalationList, "40", 40), (mail.Kind, mail.Values["overdueCount"], mail.Tells.Count));
        foreach (var ticket in tickets)
        {
            var stored = await LoadAsync(house, ticket);
            Assert.All(stored.Outbox, o => Assert.Equal(OutboxState.Told, o.State));
            Assert.Contains(stored.Outbox, o => o.ToldBy == mail.Id);
        }
    }

    [AzuriteFact]
    public async Task A_single_notice_is_the_tickets_own_mail_and_goes_within_the_sweep()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var ticket = Assert.Single(await OpenAsync(house, 1));

        await SweptAt(house, Warned);

        var mail = Assert.Single(house.Sender.Sent);
        var row = Assert.Single((await LoadAsync(house, ticket)).Outbox);
        Assert.Equal((mail.Id, OutboxState.Sent), (row.Mail.Id, row.State));
        Assert.Empty(await house.Get<NoticeStore>().DueAsync(Broken.AddDays(9), CancellationToken.None));
    }

    [AzuriteFact]
    public async Task What_was_reached_at_night_is_told_in_the_morning_in_one_mail_without_what_was_answered()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var tickets = await OpenAsync(house, 3, Priority.P2);
        house.Clock.Set(Shanghai("2026-05-06 20:00"));
        await house.SweepAsync();
        await house.WorkAsync();
        Assert.Empty(house.Sender.Sent);
        await ChangeAsync(house, tickets[0], new TicketCommand.NoteAgentReply(Shanghai("2026-05-06 23:00"), "han.meimei", "answer"));

        await SweptAt(house, Shanghai("2026-05-07 08:59"));
        var atNight = house.Sender.Sent.Count;
        await SweptAt(house, Shanghai("2026-05-07 09:00"));

        Assert.Equal(0, atNight);
        Assert.Equal(house.Sender.Sent.Count, house.Sender.Sent.DistinctBy(m => m.To[0].Key).Count());
        var lead = house.Sender.Sent.Single(m => m.To[0].Key == "payments-lead@swallowpay.example");
        Assert.Equal((OutgoingKind.EscalationList, "2"), (lead.Kind, lead.Values["overdueCount"]));
        Assert.All((await LoadAsync(house, tickets[0])).Outbox, o => Assert.Equal(OutboxState.Dropped, o.State));
    }

    [AzuriteFact]
    public async Task P1_calls_who_is_on_call_at_once_and_again_until_somebody_takes_it()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var night = Shanghai("2026-05-06 23:00");
        house.Clock.Set(night);
        var ticket = Assert.Single(await OpenAsync(house, 1, Priority.P1, night));
        await SweptAt(house, night);
        var first = house.Sender.Sent.Count;

        await SweptAt(house, night.AddMinutes(10));
        var second = house.Sender.Sent.Count;
        await ChangeAsync(house, ticket, new TicketCommand.Assign(night.AddMinutes(12), "han.meimei", "han.meimei", ""));
        await SweptAt(house, night.AddMinutes(20));

        Assert.Equal((1, 2, 2), (first, second, house.Sender.Sent.Count));
        Assert.All(house.Sender.Sent, m => Assert.Equal("payments-oncall@swallowpay.example", m.To[0].Key));
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notices_survive_a_crash_at_any_request(bool afterwards)
    {
        for (var at = 1; at < MoreThanAWayTakes; at++)
        {
            await using var house = await House.OpenAsync(azurite.NewAccount());
            var tickets = await OpenAsync(house, 3);
            house.Clock.Set(Warned);
            house.Crash.At(at, afterwards);

            for (var run = 0; run < 3; run++)
            {
                try
                {
                    await house.SweepAsync();
                }
                catch (CrashException)
                {
                    // Another worker goes on.
                }

                // Time goes on between runs, as it does between sweeps.
                house.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            var hasHappened = house.Crash.HasHappened;
            house.Crash.Disarm();
            await house.SweepAsync();
            await house.WorkAsync();
            foreach (var ticket in tickets)
            {
                var stored = await LoadAsync(house, ticket);
                var rung = Assert.Single(stored.History.Events.OfType<TicketEvent.LadderReached>());
                Assert.Single(house.Sender.Sent, m => m.Tells.Contains(rung.MailId));
                Assert.Contains(Assert.Single(stored.Outbox).State, new[] { OutboxState.Told, OutboxState.Sent });
            }

            Assert.Empty(await house.Get<NoticeStore>().DueAsync(Broken, CancellationToken.None));
            if (!hasHappened)
            {
                return;
            }
        }

        Assert.Fail("The sweep never ended.");
    }

    [AzuriteFact]
    public async Task A_list_that_is_refused_comes_back_to_each_ticket_and_can_be_sent_again_from_there()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var tickets = await OpenAsync(house, 2);
        house.Sender.Failure = FailureKind.Refused;
        await SweptAt(house, Warned);
        house.Sender.Failure = null;

        foreach (var ticket in tickets)
        {
            var stored = await LoadAsync(house, ticket);
            var row = Assert.Single(stored.Outbox);
            Assert.Equal(OutboxState.Parked, row.State);
            Assert.Equal(row.Mail.Id, Assert.Single(stored.History.Events.OfType<TicketEvent.MailParked>()).MailId);
            await house.Get<Pipeline.Handlers.ResendMail>().HandleAsync(ticket, row.Mail.Id, null, "mei", CancellationToken.None);
        }

        await SweptAt(house, Warned.AddMinutes(1));

        Assert.Equal(2, house.Sender.Sent.Count);
        Assert.All(house.Sender.Sent, m => Assert.Equal(OutgoingKind.Escalation, m.Kind));
    }

    [AzuriteFact]
    public async Task A_reader_for_whom_something_further_came_is_not_crossed_off()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var notices = house.Get<NoticeStore>();
        var ticket = TicketNumber.Derive(house.Get<HouseRules>().Key, "some mail", 0);
        var row = new OutboxRow(OutboxStore.PartitionOf(ticket), Outgoing.Escalation() with { GatherAt = Warned }, OutboxState.Waiting, 1);
        await notices.GatherAsync(row, CancellationToken.None);
        var due = Assert.Single(await notices.DueAsync(Warned, CancellationToken.None));
        await notices.GatherAsync(row with { Mail = row.Mail with { Id = "another" } }, CancellationToken.None);

        await notices.DoneAsync(due, CancellationToken.None);

        Assert.Single(await notices.DueAsync(Warned, CancellationToken.None));
        Assert.Equal(2, (await notices.WaitingAsync(due.Reader, Warned, 10, CancellationToken.None)).Count);
    }

    private static async Task<List<TicketNumber>> OpenAsync(House house, int count, Priority priority = Priority.P3, DateTimeOffset? at = null)
    {
        List<TicketNumber> opened = [];
        for (var i = 0; i < count; i++)
        {
            var mail = TicketStory.MailOf($"{priority}-{at?.UtcTicks}-{i}");
            var number = TicketNumber.Derive(house.Get<HouseRules>().Key, mail.Sha256, 0);
            var command = TicketStory.Open(at ?? Opened, TicketStory.Understood("refund", priority), mayAcknowledge: false) with { Number = number, Mail = mail };
            await ChangeAsync(house, number, command);
            opened.Add(number);
        }

        return opened;
    }

    private static Task ChangeAsync(House house, TicketNumber ticket, TicketCommand command) =>
        house.Get<TicketChange>().MakeAsync(ticket, command, _ => false, CancellationToken.None);

    private static Task<StoredTicket> LoadAsync(House house, TicketNumber ticket) => house.Get<TicketStore>().LoadAsync(ticket, CancellationToken.None);

    private static async Task SweptAt(House house, DateTimeOffset at)
    {
        house.Clock.Set(at);
        await house.SweepAsync();
        await house.WorkAsync();
    }
}
