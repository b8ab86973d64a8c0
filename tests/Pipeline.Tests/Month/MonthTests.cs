using Azure.Data.Tables;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;
using Xunit.Abstractions;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>Hundreds of tickets through a month of deeds, holiday and make-up Saturday: what was saved and sent, against a reckoning of its own.</summary>
[Collection(MonthOfMail.Name)]
public sealed class MonthTests(MonthOfMail month, ITestOutputHelper output)
{
    private static readonly (string Step, int Percent)[] Steps = [("warning", 75), ("breach", 100), ("breach+50", 150), ("breach+100", 200)];

    private static readonly Dictionary<string, string[]> Managers = new(StringComparer.Ordinal)
    {
        ["security-manager@swallowpay.example"] = ["risk"],
        ["service-manager@swallowpay.example"] = ["accounts", "general", "quality", "triage"],
        ["payments-manager@swallowpay.example"] = ["payments"],
        ["technology-manager@swallowpay.example"] = ["tech"],
    };

    [AzuriteFact]
    public void Letters_of_every_category_priority_and_language_became_a_ticket_each()
    {
        var opened = month.Tickets.Select(t => (TicketEvent.Opened)t.Events[0]).ToList();
        output.WriteLine($"{month.Houses.Sum(h => h.Run.Letters)} mails, {month.Tickets.Sum(t => t.Events.Count)} events, {month.Sent.Count} mails sent, lived in {month.Took}");
        output.WriteLine(string.Join(", ", opened.GroupBy(o => (o.Understanding.Category, o.Understanding.Priority)).Select(g => $"{g.Key.Category} {g.Key.Priority}: {g.Count()}")));
        output.WriteLine(string.Join(", ", month.Tickets.SelectMany(t => t.Events).GroupBy(e => e.GetType().Name).Select(g => $"{g.Key}: {g.Count()}")));

        Assert.Equal(MonthPlan.Tickets, opened.Count);
        Assert.Equal(MonthLetters.Count, opened.Select(o => o.Understanding.Category).Distinct().Count());
        Assert.Equal(4, opened.Select(o => o.Understanding.Priority).Distinct().Count());
        Assert.All(opened.GroupBy(o => o.Understanding.ReplyLanguage), g => Assert.True(g.Count() > 0.4 * MonthPlan.Tickets));
    }

    [AzuriteFact]
    public void Every_mail_is_in_the_ledger_once_and_came_to_an_end()
    {
        var rows = Ledger();

        Assert.Equal(month.Houses.Sum(h => h.Run.Letters), rows.Sum(r => r.Sources.Count));
        Assert.All(rows, r => Assert.True(r.Ending is not null and not Mailroom.Core.Intake.MailEnding.DeadLetter, $"{r.Sha256}: {r.Ending} {r.Reason}"));
        Assert.Equal(MonthPlan.Tickets, rows.Count(r => r.Ending == Mailroom.Core.Intake.MailEnding.Ticket));
    }

    [AzuriteFact]
    public void Each_ticket_is_acknowledged_exactly_once()
    {
        var sent = Sent(OutgoingKind.Acknowledgement);

        Assert.All(month.Tickets, t => Assert.Single(t.Events.OfType<TicketEvent.Promised>()));
        Assert.Equal(
            month.Tickets.Select(t => t.Events.OfType<TicketEvent.Promised>().Single().MailId).Order(StringComparer.Ordinal),
            sent.Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.Equal(MonthPlan.Tickets, sent.Select(m => m.To.Single().Address).Distinct().Count());
    }

    [AzuriteFact]
    public void Each_step_of_the_ladder_is_reached_once_a_deadline_and_only_while_somebody_waits_for_it()
    {
        var faults = month.Tickets.SelectMany(t => Faults(t, TicketLife.Of(t.Events))).ToList();

        Assert.True(faults.Count == 0, $"{faults.Count} faults: {string.Join('\n', faults.Take(20))}");
    }

    [AzuriteFact]
    public void Nobody_is_told_the_same_step_twice()
    {
        var told = month.Sent.SelectMany(m => m.Tells.Select(rung => (Reader: m.To.Single().Address, Rung: rung))).ToList();
        var rungs = month.Tickets.SelectMany(t => t.Events.OfType<TicketEvent.LadderReached>()).ToDictionary(e => e.MailId);
        Assert.True(rungs.Count > MonthPlan.Tickets, $"{rungs.Count} steps are too few to say anything.");
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.All(told, t => Assert.Contains(t.Rung, rungs.Keys));
        // Houses with one key write their digests under the same ids.
        Assert.All(month.Houses.Select(h => h.House.Sender.Sent), sent => Assert.Equal(sent.Count, sent.Select(m => m.Id).Distinct().Count()));
    }

    [AzuriteFact]
    public async Task Nothing_is_left_that_should_have_gone_out()
    {
        foreach (var house in month.Houses)
        {
            var rows = house.House.Get<StorageClients>().Table(StorageNames.Tickets).QueryAsync<TableEntity>("RowKey ge 'o|' and RowKey lt 'p'");
            await foreach (var row in rows)
            {
                var isWaiting = row.GetString("State") == "waiting";
                Assert.True(isWaiting || row.GetString("State") is "sent" or "told" or "dropped", $"{row.PartitionKey} {row.RowKey} is {row.GetString("State")}: {row.GetString("Reason")}");
                Assert.True(!isWaiting || await GatherAtAsync(house.House, row) > MonthPlan.End, $"{row.PartitionKey} {row.RowKey} still waits.");
            }
        }

        static async Task<DateTimeOffset?> GatherAtAsync(House house, TableEntity row) =>
            (await house.Get<OutboxStore>().FindAsync(row.PartitionKey, row.RowKey[2..], CancellationToken.None))!.Mail.GatherAt;
    }

    [AzuriteFact]
    public void Each_mail_to_a_customer_after_the_answer_goes_once()
    {
        var kinds = month.Tickets.SelectMany(t => t.Events).Select(e => e switch
        {
            TicketEvent.Reminded r => r.MailId,
            TicketEvent.ClosedUnanswered c => c.MailId,
            TicketEvent.SatisfactionAsked s => s.MailId,
            TicketEvent.FollowUpAcknowledged f => f.MailId,
            _ => null,
        }).OfType<string>().ToList();

        Assert.True(kinds.Count > MonthPlan.Tickets / 10, $"{kinds.Count} mails are too few to say anything.");
        Assert.Equal(kinds.Count, kinds.Distinct().Count());
        Assert.Equal(kinds.Order(StringComparer.Ordinal), month.Sent.Where(m => m.Kind.IsToCustomer() && m.Kind is not (OutgoingKind.Acknowledgement or OutgoingKind.NewPromise)).Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.All(month.Tickets, t => Assert.True(t.Events.OfType<TicketEvent.SatisfactionAsked>().Count() <= 1 + t.Events.OfType<TicketEvent.CustomerWrote>().Count()));
    }

    [AzuriteFact]
    public void Promises_add_up_as_an_independent_count_has_them()
    {
        var running = 0;
        foreach (var house in month.Houses)
        {
            foreach (var (at, shown) in house.Run.Shown)
            {
                var report = PromiseReport.Of(shown, new(MonthPlan.Begin, at.AddTicks(1)), at);
                running += report.Total.Running;

                Assert.Equal(Counts(house, at, _ => true), Told(report.Total));
                Assert.All(report.Rows, r => Assert.Equal(
                    Counts(house, at, l => l.Opened.Understanding.Category == r.Category && l.Opened.Understanding.ReplyLanguage == r.Language), Told(r.Counts)));
                Assert.Equal(report.Total.Promised, report.Rows.Sum(r => r.Counts.Promised));
            }
        }

        Assert.Equal(MonthPlan.Tickets, month.Houses.Sum(h => h.Run.Shown[^1].Tickets.Count));
        Assert.True(running > 0, "Nothing was running whenever it was looked at.");

        static (int Promised, int Kept, int Broken, int Running) Told(PromiseCounts c) => (c.Promised, c.Kept, c.Broken, c.Running);
        static (int Promised, int Kept, int Broken, int Running) Counts(LivedHouse house, DateTimeOffset at, Func<TicketLife, bool> which)
        {
            var lives = house.Lives.Where(l => l.Opened.At <= at && which(l)).ToList();
            return (
                lives.Count,
                lives.Count(l => IsKept(l, at)),
                lives.Count(l => !IsKept(l, at) && l.Promised!.By <= at),
                lives.Count(l => !IsKept(l, at) && l.Promised!.By > at));
        }

        static bool IsKept(TicketLife life, DateTimeOffset at) => life.AnsweredAt <= life.Promised!.By && life.AnsweredAt <= at;
    }

    [AzuriteFact]
    public void No_promise_is_renewed_twice_or_after_an_answer() => Assert.All(month.Tickets, t =>
    {
        var (life, again) = (TicketLife.Of(t.Events), t.Events.OfType<TicketEvent.Repromised>().ToList());
        Assert.True(again.Count <= 1, $"{life.Opened.Number}: {again.Count} new promises");
        Assert.All(again, a => Assert.True(!(life.AnsweredAt <= a.At) && a.At <= life.Promised!.By && a.By > life.Promised.By, $"{life.Opened.Number}: a new promise at {a.At:u}"));
        Assert.All(again, a => Assert.Single(Sent(OutgoingKind.NewPromise), m => m.Id == a.MailId));
    });

    [AzuriteFact]
    public void Every_digest_counts_what_was_overdue_at_its_moment()
    {
        var faults = new List<string>();
        var written = 0;
        foreach (var (lives, at, mails) in month.Houses.SelectMany(h => h.Run.Digests.Select(d => (h.Lives, d.At, d.Mails))))
        {
            var isDue = IsWorkday(at) && at.ToOffset(TimeSpan.FromHours(8)).TimeOfDay is { Hours: 9, Minutes: 0 } or { Hours: 17, Minutes: 30 };
            foreach (var (manager, teams) in Managers)
            {
                var open = lives.Where(l => teams.Contains(l.Opened.Team, StringComparer.Ordinal) && l.IsOpenAt(at)).ToList();
                var expected = (Open: open.Count, Overdue: open.Count(l => l.Waits.Any(w => l.UsedAt(w, at) >= 100)));
                var mail = mails.SingleOrDefault(m => m.To.Single().Address == manager);
                written += mail is null ? 0 : 1;
                if (mail is null ? IsWorkday(at) && isDue && expected.Overdue > 0 : !isDue || Counted(mail) != expected)
                {
                    faults.Add($"{manager} {at:u}: {(mail is null ? "none" : Counted(mail))} and not {expected}");
                }
            }
        }

        Assert.True(written > 50, $"{written} digests are too few to say anything.");
        Assert.True(faults.Count == 0, $"{faults.Count} faults: {string.Join('\n', faults.Take(20))}");
    }

    private static (int Open, int Overdue) Counted(OutgoingMail digest) => (
        ((IEnumerable<object>)digest.Values["teams"]!).Cast<IReadOnlyDictionary<string, object?>>().Sum(t => int.Parse((string)t["total"]!, System.Globalization.CultureInfo.InvariantCulture)),
        int.Parse((string)digest.Values["overdueCount"]!, System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsWorkday(DateTimeOffset at)
    {
        var noon = at.ToOffset(TimeSpan.FromHours(8)).Date;
        return WallClock.Minutes(false, new(noon, TimeSpan.FromHours(8)), new(noon.AddDays(1), TimeSpan.FromHours(8))) > 0;
    }

    private static IEnumerable<string> Faults(TicketHistory ticket, TicketLife life)
    {
        var reached = new List<(DeadlineKind Kind, int After, string Step, int Round, DateTimeOffset At)>();
        var answers = 0;
        foreach (var e in ticket.Events)
        {
            answers += e is TicketEvent.AgentReplied ? 1 : 0;
            if (e is TicketEvent.LadderReached rung)
            {
                reached.Add((rung.Deadline, rung.Deadline == DeadlineKind.NextResponse ? answers : 0, rung.Step, rung.Round, rung.At));
            }
        }

        var name = $"{life.Opened.Number} ({life.Opened.Understanding.Category}, {life.Opened.Understanding.Priority})";
        foreach (var twice in reached.GroupBy(r => (r.Kind, r.After, r.Step, r.Round)).Where(g => g.Count() > 1))
        {
            yield return $"{name}: {twice.Key} {twice.Count()} times";
        }

        foreach (var rung in reached)
        {
            var wait = life.Waits.SingleOrDefault(w => w.Kind == rung.Kind && w.After == rung.After);
            var percent = Steps.FirstOrDefault(s => s.Step == rung.Step).Percent;
            if (wait is null || !(life.UsedAt(wait, rung.At) >= percent))
            {
                yield return $"{name}: {rung} came at {(wait is null ? null : life.UsedAt(wait, rung.At))} %";
            }
        }

        foreach (var (wait, step) in life.Waits.SelectMany(w => Steps.Select(s => (w, s))))
        {
            if (IsReachedAtATick(life, wait, step.Percent) is { } at && !reached.Any(r => r.Kind == wait.Kind && r.After == wait.After && r.Step == step.Step))
            {
                yield return $"{name}: {wait.Kind} {wait.After} {step.Step} is missing since {at:u}";
            }
        }
    }

    // The product may tell a step between two looks, too; at a look it must.
    private static DateTimeOffset? IsReachedAtATick(TicketLife life, Wait wait, int percent)
    {
        foreach (var (from, to) in wait.Spans)
        {
            var first = from + (MonthRun.Look - TimeSpan.FromTicks((from - MonthPlan.Begin).Ticks % MonthRun.Look.Ticks));
            for (var at = first; at <= MonthPlan.End && !(to <= at); at += MonthRun.Look)
            {
                if (life.UsedAt(wait, at) >= percent)
                {
                    return at;
                }
            }
        }

        return null;
    }

    private List<OutgoingMail> Sent(OutgoingKind kind) => [.. month.Sent.Where(m => m.Kind == kind)];

    private List<LedgerRow> Ledger() => [.. month.Houses.SelectMany(h => h.House.Get<LedgerStore>()
        .DaysAsync(DateOnly.FromDateTime(MonthPlan.Begin.UtcDateTime), DateOnly.FromDateTime(MonthPlan.End.UtcDateTime), CancellationToken.None)
        .ToBlockingEnumerable())];
}
