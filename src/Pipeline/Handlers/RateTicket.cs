using Mailroom.Core.Tickets;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>Takes a customer's word how it went: the first one counts.</summary>
public sealed class RateTicket(TicketChange change, HouseRules house, TimeProvider clock, ILogger<RateTicket> logger)
{
    /// <summary>The most characters of a comment; what is beyond is left out.</summary>
    public const int LongestComment = 500;

    /// <summary>Notes it; a later one changes nothing.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="rating">The answer.</param>
    /// <param name="comment">The customer's words, as they came.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<RateResult> HandleAsync(TicketNumber number, SatisfactionRating rating, string comment, CancellationToken cancellation)
    {
        var command = new TicketCommand.Rate(clock.GetUtcNow(), rating, Redactor.Redact(OneLine(comment), house.Policy.Redaction));
        var changed = await change.TryMakeAsync(number, command, Judge, e => e is TicketEvent.CustomerRated, cancellation);
        if (changed.History.Events.OfType<TicketEvent.CustomerRated>().FirstOrDefault() is not { } rated)
        {
            return new RateResult.Closed();
        }

        if (changed.IsNew)
        {
            logger.TicketRated(number.Value, rated.Rating.ToString());
        }

        return changed.IsNew ? new RateResult.Rated(rated.Rating) : new RateResult.RatedBefore(rated.Rating);
    }

    private static SteerVerdict Judge(TicketHistory history) => history switch
    {
        { Ticket: null } => new SteerVerdict.Refused(new SteerRefusal.NoTicket()),
        { Ticket.MergedInto: { } into } => new SteerVerdict.Refused(new SteerRefusal.Merged(into)),
        _ when history.Events.Any(e => e is TicketEvent.CustomerRated) => new SteerVerdict.DoneBefore(),
        _ => new SteerVerdict.Go(),
    };

    // Never in the middle of a surrogate pair.
    private static string OneLine(string comment)
    {
        var line = string.Join(' ', string.Concat(comment.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestComment ? line : line[..(char.IsHighSurrogate(line[LongestComment - 1]) ? LongestComment - 1 : LongestComment)];
    }
}

/// <summary>What became of a customer's word.</summary>
public abstract record RateResult
{
    private RateResult()
    {
    }

    /// <summary>It is noted.</summary>
    public sealed record Rated(SatisfactionRating Rating) : RateResult;

    /// <summary>One was noted before, which stays.</summary>
    public sealed record RatedBefore(SatisfactionRating Rating) : RateResult;

    /// <summary>There is no such ticket, or it was merged.</summary>
    public sealed record Closed : RateResult;
}
