using Mailroom.Core.Intake;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Kills the worker at every single storage request of a mail's way, and lets the redelivery finish.</summary>
[Collection(SharedAzurite.Name)]
public sealed class CrashTests(AzuriteServer azurite)
{
    private const int MoreThanAWayTakes = 60;

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_mail_survives_a_crash_at_any_request(bool afterwards, bool overlarge)
    {
        await using var house = await House.OpenAsync(azurite.NewAccount(), null, ("MaxMailBytes", "65536"));
        var body = overlarge ? new string('x', 70_000) : "Where is my transfer?";
        var at = 1;
        for (; at < MoreThanAWayTakes; at++)
        {
            var mail = RawMails.Mail($"letter-{at}@customer.example", from: $"customer-{at}@customer.example", body: body);
            house.Crash.At(at, afterwards);

            var receipt = await UntilDoneAsync(house, mail);

            var row = (await house.RowAsync(receipt))!;
            Assert.Equal(overlarge ? MailEnding.TooLarge : MailEnding.Ticket, row.Ending);
            Assert.Equal(["http"], row.Sources);
            var stored = await house.TicketAsync(row);
            Assert.Single(stored.History.Events.OfType<TicketEvent.Opened>());
            var acknowledged = house.Sender.Sent.Count(m => m.To[0].Key == $"customer-{at}@customer.example");
            var outbox = Assert.Single(stored.Outbox);
            Assert.Equal(outbox.State == OutboxState.Sent || WasUnwritten(outbox) ? 1 : 0, acknowledged);
            if (!house.Crash.HasHappened)
            {
                break;
            }
        }

        Assert.InRange(at, 20, MoreThanAWayTakes - 1);
        var listed = await house.Get<ViewStore>().ListAsync(new TicketQuery(null, false, 500, null), CancellationToken.None);
        Assert.Equal(at, listed.Tickets.Count);

        // "Sent" could not be written although the mail left: the row is parked as uncertain, and is not sent again.
        bool WasUnwritten(OutboxRow row) =>
            row.State == OutboxState.Parked && house.Sender.Sent.Any(m => m.Id == row.Mail.Id);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deadline_survives_a_crash_at_any_request(bool afterwards)
    {
        for (var at = 1; at < MoreThanAWayTakes; at++)
        {
            await using var house = await House.OpenAsync(azurite.NewAccount());
            var row = await house.BringAsync(RawMails.Mail());
            house.Clock.Set((await house.TicketAsync(row)).History.Ticket!.NextCheck!.Value);
            house.Crash.At(at, afterwards);

            await UntilSweptAsync(house);
            house.Crash.Disarm();
            await house.WorkAsync();

            var stored = await house.TicketAsync(row);
            var told = stored.History.Events.OfType<TicketEvent.LadderReached>().Select(e => e.MailId).ToList();
            Assert.NotEmpty(told);
            Assert.Equal(told.Distinct(StringComparer.Ordinal), told);
            Assert.All(told, id => Assert.Single(house.Sender.Sent, m => m.Tells.Contains(id)));
            if (!house.Crash.HasHappened)
            {
                return;
            }
        }

        Assert.Fail("The sweep never ended.");
    }

    private static async Task<string> UntilDoneAsync(House house, string mail)
    {
        string? sha256 = null;
        while (true)
        {
            try
            {
                sha256 ??= (await house.AcceptAsync(mail)).Sha256;
                await house.WorkAsync();
                house.Crash.Disarm();
                var row = (await house.RowAsync(sha256))!;
                foreach (var left in (await house.TicketAsync(row)).Outbox.Where(o => o.State == OutboxState.Sending))
                {
                    // Its pointer comes back when the lease is over.
                    house.Clock.Advance(TimeSpan.FromMinutes(6));
                    await house.Get<DeliverMail>().HandleAsync(new OutgoingPointer(1, left.Partition, left.Mail.Id, 1), CancellationToken.None);
                }

                return sha256;
            }
            catch (CrashException)
            {
                // Another worker goes on.
            }
        }
    }

    private static async Task UntilSweptAsync(House house)
    {
        // A crash inside a look at one ticket is caught there, as any fault of one ticket: sweep until nothing is left.
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
        }
    }
}
