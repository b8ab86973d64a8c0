using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets;

/// <summary>Judges a wish to give a deadline more time. It never makes one earlier.</summary>
internal static class TicketExtension
{
    /// <summary>What becomes of the wish.</summary>
    public static ExtensionVerdict Judge(TicketHistory history, TicketCommand.Extend wish, SupportPolicy policy)
    {
        if (TicketClock.Reading(history, policy, wish.At)?.All.LastOrDefault(d => d.Kind == wish.Deadline && d.StoppedAt is null) is not { } deadline)
        {
            return new ExtensionVerdict.NothingDue();
        }

        var by = Length(deadline, wish.Length, wish.At);
        var left = Most(deadline, policy.RegulatoryTerm(history.Ticket!.Category), policy) - deadline.Spans[^1].Target.Extended;
        return by <= TimeSpan.Zero ? new ExtensionVerdict.NotLater(by == TimeSpan.Zero)
            : by > left ? new ExtensionVerdict.TooFar(left)
            : new ExtensionVerdict.Granted(by);
    }

    // How far the term of the law may be extended is the law's matter, not the company's.
    private static TimeSpan Most(Deadline deadline, RegulatoryTerm? term, SupportPolicy policy) => (deadline.Kind, term) switch
    {
        (not DeadlineKind.Regulatory, _) => policy.Extension.Most.On(deadline.Calendar),
        (_, { ExtendTo: { } longest }) => longest.On(deadline.Calendar) - term.Within.On(deadline.Calendar),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Length(Deadline deadline, ExtensionLength length, DateTimeOffset now) => length switch
    {
        ExtensionLength.By by => by.More.On(deadline.Calendar),
        // What is used by then, over what is granted now; a clock that stands is told as if it went on now.
        ExtensionLength.Until until when until.Moment > now => deadline.Elapsed + deadline.Calendar.OpenTime(now, until.Moment) - deadline.Target,
        ExtensionLength.Until => TimeSpan.MinValue,
        _ => throw new NotSupportedException($"No row measures {length.GetType().Name}."),
    };
}

/// <summary>What becomes of a wish to give a deadline more time.</summary>
internal abstract record ExtensionVerdict
{
    private ExtensionVerdict()
    {
    }

    /// <summary>So much counted time.</summary>
    public sealed record Granted(TimeSpan By) : ExtensionVerdict;

    /// <summary>Nobody waits for what it is about.</summary>
    public sealed record NothingDue : ExtensionVerdict;

    /// <summary>It is due then or later already.</summary>
    /// <param name="IsThere">True when it is due exactly then.</param>
    public sealed record NotLater(bool IsThere) : ExtensionVerdict;

    /// <summary>The policy's bound is passed.</summary>
    /// <param name="Left">What may still be granted.</param>
    public sealed record TooFar(TimeSpan Left) : ExtensionVerdict;
}
