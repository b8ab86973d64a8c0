using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;

namespace Mailroom.Pipeline.Tests.Handlers;

[Collection(SharedAzurite.Name)]
public sealed class WriteDigestsTests(AzuriteServer azurite)
{
    // Monday evening in Shanghai, when the shipped policy's digests are due; the house opens on the Wednesday before.
    private static readonly DateTimeOffset Evening = Moments.Shanghai("2026-05-11 17:30");

    [AzuriteFact]
    public async Task A_digest_goes_out_once_for_its_moment()
    {
        await using var house = await WithOverdueTicketAsync();

        var mails = await WriteAsync(house, Evening.AddMinutes(1));
        await house.WorkAsync();

        Assert.NotEmpty(mails);
        Assert.Empty(await WriteAsync(house, Evening.AddMinutes(1)));
        Assert.Empty(await WriteAsync(house, Evening.AddMinutes(16)));
        await house.WorkAsync();
        Assert.Equal(mails.Select(m => m.Id).Order(StringComparer.Ordinal), Digests(house).Select(m => m.Id).Order(StringComparer.Ordinal));
        var kept = await house.Get<OutboxStore>().ListAsync(OutboxStore.PartitionOfDigests(Evening), CancellationToken.None);
        Assert.All(kept, o => Assert.Equal(OutboxState.Sent, o.State));
    }

    [AzuriteFact]
    public async Task After_an_outage_the_latest_alone_is_written()
    {
        await using var house = await WithOverdueTicketAsync();
        var first = Assert.Single(await WriteAsync(house, Evening));

        var next = Assert.Single(await WriteAsync(house, Evening.AddDays(2).AddHours(3)));

        Assert.NotEqual(first.Id, next.Id);
        Assert.Single(await house.Get<OutboxStore>().ListAsync(OutboxStore.PartitionOfDigests(Evening.AddDays(2)), CancellationToken.None));
        Assert.Empty(await house.Get<OutboxStore>().ListAsync(OutboxStore.PartitionOfDigests(Evening.AddDays(1)), CancellationToken.None));
        Assert.Contains("没有变化", (string)next.Values["changes"]!, StringComparison.Ordinal);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_dies_anywhere_is_finished_by_the_next_and_nobody_hears_twice(bool afterwards)
    {
        var died = true;
        for (var request = 1; died; request++)
        {
            await using var house = await WithOverdueTicketAsync();
            house.Crash.At(request, afterwards);
            try
            {
                await WriteAsync(house, Evening);
            }
            catch (CrashException)
            {
                // The next look comes a quarter of an hour later.
            }

            died = house.Crash.HasHappened;
            house.Crash.Disarm();
            await house.WorkAsync();
            await WriteAsync(house, Evening.AddMinutes(15));
            await house.WorkAsync();

            Assert.Single(Digests(house));
        }
    }

    [AzuriteFact]
    public async Task A_manager_who_has_nothing_to_hear_is_told_so_once_a_week()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var monday = await WriteAsync(house, Moments.Shanghai("2026-05-11 09:00"));

        Assert.Equal(4, monday.Count);
        Assert.All(monday, m => Assert.Equal(true, m.Values["allClear"]));
        Assert.Empty(await WriteAsync(house, Evening));
        Assert.Empty(await WriteAsync(house, Moments.Shanghai("2026-05-12 09:00")));
    }

    [AzuriteFact]
    public async Task A_persons_answers_set_the_pace_and_the_load()
    {
        await using var house = await WithOverdueTicketAsync();
        var ticket = (await house.Get<ViewStore>().ListAsync(new(null, false, 10, null), CancellationToken.None)).Tickets[0];
        await house.Get<SteerTicket>().HandleAsync(ticket.Number, new TicketCommand.NoteAgentReply(house.Clock.GetUtcNow(), "mei", "answer"), new(), CancellationToken.None);
        await house.BringAsync(RawMails.Mail("second@x.example"));

        var mails = await WriteAsync(house, Evening.AddDays(7));

        Assert.Contains(mails, m => ((List<string>)m.Values["pace"]!).Any(p => p.Contains("平均每个工作小时答复 0.0", StringComparison.Ordinal)));
    }

    [AzuriteFact]
    public async Task A_look_costs_one_request_and_a_digest_few_whatever_the_number_of_tickets()
    {
        await using var house = await WithOverdueTicketAsync();
        var (counter, first) = (house.Get<OperationCounter>(), (await house.Get<ViewStore>().ListAsync(new(null, false, 10, null), CancellationToken.None)).Tickets[0]);
        for (var i = 0; i < 60; i++)
        {
            await house.Get<ViewStore>().RefreshAsync(first with { Number = TicketNumber.Derive(Policies.Key, "many", i) }, null, CancellationToken.None);
        }

        counter.Reset();
        await WriteAsync(house, Evening.AddMinutes(-15));
        Assert.Equal(1, counter.Counts.Sum(c => c.Count));

        counter.Reset();
        var mail = Assert.Single(await WriteAsync(house, Evening));
        Assert.Equal("61", mail.Values["overdueCount"]);
        Assert.InRange(counter.Counts.Sum(c => c.Count), 1, 26);
    }

    [AzuriteFact]
    public async Task A_preview_sends_nothing()
    {
        await using var house = await WithOverdueTicketAsync();

        var mails = await house.Get<WriteDigests>().PreviewAsync(Evening, CancellationToken.None);
        await house.WorkAsync();

        Assert.NotEmpty(mails);
        Assert.Empty(Digests(house));
    }

    private static Task<IReadOnlyList<OutgoingMail>> WriteAsync(House house, DateTimeOffset at)
    {
        house.Clock.Set(at);
        return house.Get<WriteDigests>().HandleAsync(at, CancellationToken.None);
    }

    private static List<OutgoingMail> Digests(House house) => [.. house.Sender.Sent.Where(m => m.Kind == OutgoingKind.Digest)];

    private async Task<House> WithOverdueTicketAsync()
    {
        var house = await House.OpenAsync(azurite.NewAccount());
        await house.BringAsync(RawMails.Mail());
        return house;
    }
}
