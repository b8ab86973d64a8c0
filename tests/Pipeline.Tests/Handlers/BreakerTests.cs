using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Intake;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Fakes;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>Too much automatic mail: it is held and shown, nothing is lost, and a person lets it go on.</summary>
[Collection(SharedAzurite.Name)]
public sealed class BreakerTests(AzuriteServer azurite) : IDisposable
{
    private const int InAll = 4;
    private const int PerDomain = 2;
    private const int Pace = 2;

    private readonly PolicyFolder _policy = new(
        ("inAll: [1000 in PT10M, 3000 in PT1H]", "inAll: [4 in PT1H]"),
        ("perDomain: [80 in PT10M, 200 in PT1H]", "perDomain: [2 in PT1H]"),
        ("releasePerMinute: 60", "releasePerMinute: 2"));

    public void Dispose() => _policy.Dispose();

    [AzuriteFact]
    public async Task Over_the_budget_of_all_tickets_are_made_and_acknowledgements_held_with_the_reason()
    {
        await using var house = await OpenAsync();

        var rows = await StormAsync(house, InAll + 3);

        Assert.All(rows, r => Assert.Equal(MailEnding.Ticket, r.Ending));
        Assert.Equal(InAll, house.Sender.Sent.Count);
        var held = await house.TicketAsync(rows[^1]);
        Assert.Equal(OutboxState.Held, Assert.Single(held.Outbox).State);
        var told = Assert.Single(held.History.Events.OfType<TicketEvent.MailHeld>());
        Assert.Null(told.Domain);
        Assert.Equal("The budget of automatic mail in all was used up: more than 4 within an hour.", told.Why);
        var view = Assert.Single(await house.Get<Breakers>().ShowAsync(CancellationToken.None));
        Assert.Equal((BreakerRecord.All, true, 3), (view.Record.Scope, view.Record.IsOpen, view.Held));
    }

    [AzuriteFact]
    public async Task Over_the_budget_of_a_domain_only_that_domain_waits()
    {
        await using var house = await OpenAsync();

        for (var n = 0; n <= PerDomain; n++)
        {
            await house.BringAsync(RawMails.Mail($"storm-{n}@x.example", from: $"a{n}@h{n}.storm.example"));
        }

        var other = await house.TicketAsync(await house.BringAsync(RawMails.Mail("other@x.example", from: "b@calm.example")));

        Assert.Equal(PerDomain + 1, house.Sender.Sent.Count);
        Assert.Equal(OutboxState.Sent, Assert.Single(other.Outbox).State);
        Assert.Equal("storm.example", Assert.Single(await house.Get<Breakers>().ShowAsync(CancellationToken.None)).Record.Scope);
    }

    [AzuriteFact]
    public async Task Our_own_people_get_their_mails_and_what_a_person_sends_again_goes()
    {
        await using var house = await OpenAsync();
        house.Sender.Failure = FailureKind.Refused;
        var parked = await house.TicketAsync(await house.BringAsync(RawMails.Mail("parked@x.example", from: "p@parked.example")));
        house.Sender.Failure = null;
        await StormAsync(house, InAll + 1);
        var before = house.Sender.Sent.Count;

        await house.Get<ResendMail>().HandleAsync(parked.Number, parked.Outbox[0].Mail.Id, null, "mei", CancellationToken.None);
        house.Clock.Set(Moments.Shanghai("2026-05-08 17:30"));
        await house.SweepAsync();
        await house.WorkAsync();
        var digests = await house.Get<WriteDigests>().HandleAsync(house.Clock.GetUtcNow(), CancellationToken.None);

        var later = house.Sender.Sent.Skip(before).ToList();
        Assert.Single(later, m => m.Kind == OutgoingKind.Acknowledgement && m.Id == parked.Outbox[0].Mail.Id);
        Assert.Contains(later, m => m.Kind is OutgoingKind.Escalation or OutgoingKind.EscalationList);
        Assert.NotEmpty(digests);
        Assert.All(digests, d => Assert.Equal(true, d.Values["breakerOfAll"]));
    }

    [AzuriteFact]
    public async Task Released_mails_go_on_each_once_at_the_policys_pace()
    {
        await using var house = await OpenAsync();
        var rows = await StormAsync(house, InAll + 5);

        var released = await ReleaseAsync(house, drop: false);
        List<int> sent = [];
        for (var minute = 0; minute < 4; minute++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.SweepAsync();
            await house.WorkAsync();
            sent.Add(house.Sender.Sent.Count - InAll);
        }

        Assert.Equal(("mei", "looked into it"), (released.Notes[^1].Agent, released.Notes[^1].Why));
        Assert.Equal([Pace, 2 * Pace, 5, 5], sent);
        Assert.Equal(house.Sender.Sent.Count, house.Sender.Sent.Select(m => m.Id).Distinct().Count());
        var last = await house.TicketAsync(rows[^1]);
        Assert.Equal(OutboxState.Sent, Assert.Single(last.Outbox).State);
        Assert.Equal("mei", Assert.Single(last.History.Events.OfType<TicketEvent.MailReleased>()).Agent);
        Assert.Equal(0, Assert.Single(await house.Get<Breakers>().ShowAsync(CancellationToken.None)).Held);
    }

    [AzuriteFact]
    public async Task Dropped_mails_are_set_aside_with_a_note_and_not_sent()
    {
        await using var house = await OpenAsync();
        var rows = await StormAsync(house, InAll + 4);

        await ReleaseAsync(house, drop: true);
        await house.SweepAsync();
        await house.WorkAsync();

        Assert.Equal(InAll, house.Sender.Sent.Count);
        var last = await house.TicketAsync(rows[^1]);
        Assert.Equal((OutboxState.Dropped, "looked into it"), (last.Outbox[0].State, last.Outbox[0].Reason));
        Assert.Equal(MailDropCause.Person, Assert.Single(last.History.Events.OfType<TicketEvent.MailDropped>()).Cause);
        Assert.Equal(0, Assert.Single(await house.Get<Breakers>().ShowAsync(CancellationToken.None)).Held);
    }

    [AzuriteFact]
    public async Task What_promises_a_moment_that_has_passed_and_what_goes_to_a_muted_address_is_not_sent()
    {
        await using var house = await OpenAsync();
        var rows = await StormAsync(house, InAll + 2);
        var muted = await house.TicketAsync(rows[^1]);
        await house.BringAsync(RawMails.Bounce(muted.Outbox[0].Mail.MessageId, muted.History.Ticket!.Requester.Address, "5.1.1"));

        await ReleaseAsync(house, drop: false);
        await house.SweepAsync();
        await house.WorkAsync();
        var second = await OpenAsync();
        await using var _ = second;
        var late = await StormAsync(second, InAll + 1);
        second.Clock.Advance(TimeSpan.FromDays(3));
        await ReleaseAsync(second, drop: false);
        await second.SweepAsync();

        Assert.Equal(MailDropCause.Muted, (await DropAsync(house, rows[^1]))!.Cause);
        Assert.Null(await DropAsync(house, rows[^2]));
        Assert.Equal(MailDropCause.PromisePassed, (await DropAsync(second, late[^1]))!.Cause);
        Assert.DoesNotContain(second.Sender.Sent.Skip(InAll), m => m.Kind == OutgoingKind.Acknowledgement);
    }

    [AzuriteFact]
    public async Task It_survives_a_restart_and_instances_agree_within_the_life_of_their_cache()
    {
        var account = azurite.NewAccount();
        await using var one = await House.OpenAsync(account, _policy.PolicyFile);
        await using var two = await House.OpenAsync(account, _policy.PolicyFile);
        await StormAsync(two, 1, "early");
        await StormAsync(one, InAll + 1);
        await using var restarted = await House.OpenAsync(account, _policy.PolicyFile);

        two.Clock.Advance(BreakerWatch.CacheLife);
        await StormAsync(two, 1, "late");
        await StormAsync(restarted, 1, "restarted");
        var heldThere = (two.Sender.Sent.Count, restarted.Sender.Sent.Count);
        await ReleaseAsync(restarted, drop: false);
        two.Clock.Advance(BreakerWatch.CacheLife);
        await StormAsync(two, 1, "released");

        Assert.Equal((1, 0), heldThere);
        Assert.Equal(2, two.Sender.Sent.Count);
    }

    [AzuriteFact]
    public async Task After_a_release_the_storm_that_was_looked_at_no_longer_counts_and_a_new_one_opens_it_again()
    {
        await using var house = await OpenAsync();
        await StormAsync(house, InAll + 1);
        await ReleaseAsync(house, drop: true);
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await StormAsync(house, InAll, "second");
        var between = (await house.Get<Breakers>().ShowAsync(CancellationToken.None))[0].Record.IsOpen;
        await StormAsync(house, 1, "third");

        Assert.False(between);
        Assert.Equal(2 * InAll, house.Sender.Sent.Count);
        Assert.Equal(
            [BreakerChange.Opened, BreakerChange.Dropped, BreakerChange.Opened],
            (await house.Get<Breakers>().ShowAsync(CancellationToken.None))[0].Record.Notes.Select(n => n.Change));
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Holding_and_going_on_survive_a_crash_at_any_request(bool afterwards)
    {
        await using var house = await OpenAsync();
        await StormAsync(house, InAll + 1);
        var at = 1;
        for (; at < 40; at++)
        {
            house.Crash.At(at, afterwards);
            var receipt = await RetryAsync(() => house.AcceptAsync(RawMails.Mail($"crash-{at}@x.example", from: $"a@crash-{at}.example")));
            await RetryAsync(async () =>
            {
                await house.WorkAsync();
                return true;
            });
            house.Crash.Disarm();
            var row = (await house.RowAsync(receipt.Sha256))!;
            var stored = await house.TicketAsync(row);
            Assert.Equal(OutboxState.Held, Assert.Single(stored.Outbox).State);
            Assert.Single(stored.History.Events.OfType<TicketEvent.MailHeld>());
            if (!house.Crash.HasHappened)
            {
                break;
            }
        }

        var held = (await house.Get<Breakers>().ShowAsync(CancellationToken.None))[0].Held;
        await ReleaseAsync(house, drop: false);
        for (var request = 1; request < 200; request++)
        {
            house.Crash.At((request % 17) + 1, afterwards);
            await RetryAsync(async () =>
            {
                await house.SweepAsync();
                await house.WorkAsync();
                return true;
            });
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            house.Crash.Disarm();
            if ((await house.Get<Breakers>().ShowAsync(CancellationToken.None))[0].Held == 0)
            {
                break;
            }
        }

        await house.WorkAsync();
        Assert.InRange(at, 15, 39);
        Assert.InRange(held, at, 3 * at);
        var acknowledged = house.Sender.Sent.Where(m => m.Kind == OutgoingKind.Acknowledgement).ToList();
        Assert.Equal(acknowledged.Count, acknowledged.Select(m => m.Id).Distinct().Count());
        Assert.Equal(InAll + 1 + at, acknowledged.Count);
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (CrashException) when (attempt < 5)
            {
                // The host delivers again.
            }
            catch (AggregateException) when (attempt < 5)
            {
                // So it does when several requests die at once.
            }
        }
    }

    private static async Task<List<LedgerRow>> StormAsync(House house, int mails, string name = "storm")
    {
        List<LedgerRow> rows = [];
        for (var n = 0; n < mails; n++)
        {
            rows.Add(await house.BringAsync(RawMails.Mail($"{name}-{n}@x.example", from: $"a@{name}-{n}.example")));
        }

        return rows;
    }

    private static async Task<BreakerRecord> ReleaseAsync(House house, bool drop) =>
        Assert.Single(await house.Get<Breakers>().ReleaseAsync(null, "mei", "looked into it", drop, CancellationToken.None));

    private static async Task<TicketEvent.MailDropped?> DropAsync(House house, LedgerRow row) =>
        (await house.TicketAsync(row)).History.Events.OfType<TicketEvent.MailDropped>().SingleOrDefault();

    private Task<House> OpenAsync() => House.OpenAsync(azurite.NewAccount(), _policy.PolicyFile);
}
