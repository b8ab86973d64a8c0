using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Sends a mail again that was set aside, by a person's word.</summary>
public sealed class ResendMail(
    TicketStore tickets, MailMoves moves, EffectsDispatcher effects, TimeProvider clock, ILogger<ResendMail> logger)
{
    // Where we stop between the state and the pointer, the sweep finds the mail after this while.
    private static readonly TimeSpan Backstop = TimeSpan.FromMinutes(2);

    /// <summary>Sends it again; the same wish for the same attempt again changes nothing.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="mailId">Its mail.</param>
    /// <param name="attempt">The attempt that it was set aside after, as the person saw it; null for whichever is the last.</param>
    /// <param name="agent">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ResendResult> HandleAsync(
        TicketNumber number, string mailId, int? attempt, string agent, CancellationToken cancellation)
    {
        var stored = await tickets.LoadAsync(number, cancellation);
        if (stored.History.Ticket is not { } ticket)
        {
            return new ResendResult.NoTicket();
        }

        if (stored.Outbox.FirstOrDefault(o => o.Mail.Id == mailId) is not { } row)
        {
            return new ResendResult.NoMail();
        }

        var now = clock.GetUtcNow();
        var again = stored.History.Events.OfType<TicketEvent.MailResent>().Any(e => e.MailId == mailId && e.Attempt == attempt);
        if (again)
        {
            // The first wish may have stopped before its pointer was out.
            await effects.ResendAsync([row], cancellation);
            return new ResendResult.Ordered(row.Attempt, LatePromise(stored, row, now));
        }

        if (row.State is not (OutboxState.Parked or OutboxState.Dropped) || (attempt is { } seen && seen != row.Attempt))
        {
            return new ResendResult.NotParked(row.State, row.Attempt);
        }

        await effects.DispatchAsync(number, [new Effect.CheckAt(number, now + Backstop, ticket.Version)], cancellation);
        var moved = await moves.MoveAsync(number, mailId, (_, found) => found.ETag == row.ETag ? Again(found, agent, now) : null, cancellation);
        if (moved is null)
        {
            // Somebody else was faster.
            return await HandleAsync(number, mailId, attempt ?? row.Attempt, agent, cancellation);
        }

        await effects.ResendAsync([moved], cancellation);
        logger.MailOutResent(mailId, number.Value, moved.Attempt);
        return new ResendResult.Ordered(moved.Attempt, LatePromise(stored, moved, now));
    }

    private static MailMove Again(OutboxRow row, string agent, DateTimeOffset now) => new(
        row with
        {
            State = OutboxState.Pending,
            Attempt = row.Attempt + 1,
            EarlierAttempts = row.Attempt,
            NotBefore = null,
            EndedAt = null,
            Reason = "",
        },
        new TicketCommand.ResendMail(now, agent, row.Mail.Id, row.Attempt, row.Mail.Kind.IsToCustomer()));

    private static DateTimeOffset? LatePromise(StoredTicket stored, OutboxRow row, DateTimeOffset now) =>
        stored.History.PromiseOf(row.Mail.Id) is { } by && by <= now ? by : null;
}

/// <summary>How a wish to send a mail again ended.</summary>
public abstract record ResendResult
{
    private ResendResult()
    {
    }

    /// <summary>It goes out again, by this wish or an earlier one for the same attempt.</summary>
    /// <param name="Attempt">The attempt that it has now.</param>
    /// <param name="LatePromise">The moment that it promises, when that has passed; else null.</param>
    public sealed record Ordered(int Attempt, DateTimeOffset? LatePromise) : ResendResult;

    /// <summary>There is no such ticket.</summary>
    public sealed record NoTicket : ResendResult;

    /// <summary>The ticket has no such mail.</summary>
    public sealed record NoMail : ResendResult;

    /// <summary>It is not set aside, or was set aside after another attempt.</summary>
    /// <param name="State">How far it is.</param>
    /// <param name="Attempt">Its attempt.</param>
    public sealed record NotParked(OutboxState State, int Attempt) : ResendResult;
}
