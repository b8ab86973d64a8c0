using Mailroom.Core.Intake;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Reads what digests stand on: open tickets, promises, answers, breakers and the ledger's last full day. Once for all managers.</summary>
public sealed class DigestReading(ViewStore views, AnswerStore answers, LedgerStore ledger, BreakerWatch breakers, HouseRules house)
{
    /// <summary>The most open tickets that are read: about 20 MB.</summary>
    public const int MostOpen = 20_000;

    private const int MostAnswers = 100_000;

    /// <summary>The facts at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="since">The oldest of the managers' last digests; null when there was none.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<DigestFacts> ReadAsync(DateTimeOffset at, DateTimeOffset? since, CancellationToken cancellation)
    {
        List<Ticket> open = [];
        List<TeamPromise> promises = [];
        var (seen, isCut) = (new HashSet<string>(StringComparer.Ordinal), false);
        var period = new PromisePeriod(at - DigestFacts.PromisesOf, at);
        await foreach (var ticket in views.OpenAndSolvedAsync(period.From, cancellation))
        {
            if (!seen.Add(ticket.Number.Value))
            {
                continue;
            }

            if (PromiseOutcome.Of(ticket, at) is { } promise && period.Holds(promise.MadeAt))
            {
                promises.Add(new(ticket.Team, promise));
            }

            isCut |= ticket.Status != TicketStatus.Resolved && open.Count == MostOpen;
            if (ticket.Status != TicketStatus.Resolved && !isCut)
            {
                // What no digest tells is not kept.
                open.Add(ticket with { Excerpt = "", People = [], Missing = [] });
            }
        }

        return new()
        {
            At = at,
            Open = open,
            IsCut = isCut,
            Promises = promises,
            Answers = await AnswersAsync(at, since, cancellation),
            Breakers = await breakers.RecordsAsync(cancellation),
            PublicAddress = house.PublicAddress,
            Ledger = await ProofAsync(at, cancellation),
        };
    }

    private async Task<IReadOnlyList<AnswerGiven>> AnswersAsync(DateTimeOffset at, DateTimeOffset? since, CancellationToken cancellation)
    {
        List<AnswerGiven> given = [];
        var window = at - PaceForecast.Window;
        await foreach (var answer in answers.SinceAsync(since < window ? since.Value : window, cancellation))
        {
            given.Add(answer);
            if (given.Count == MostAnswers)
            {
                break;
            }
        }

        return given;
    }

    private async Task<LedgerProof> ProofAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime).AddDays(-1);
        var (received, accounted, dead) = (0, 0, 0);
        List<string> unaccounted = [];
        await foreach (var row in ledger.DaysAsync(day, day.AddDays(1), cancellation))
        {
            dead += row.Ending == MailEnding.DeadLetter ? 1 : 0;
            if (DateOnly.FromDateTime(row.ReceivedAt.UtcDateTime) != day)
            {
                continue;
            }

            received += row.Sources.Count;
            accounted += row.Ending is null ? 0 : row.Sources.Count;
            if (row.Ending is null && unaccounted.Count < LedgerProof.MostNamed)
            {
                unaccounted.Add(row.Sha256);
            }
        }

        return new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), received, accounted, unaccounted, dead);
    }
}
