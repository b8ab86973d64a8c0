using Mailroom.Core.Replies;
using Mailroom.Pipeline.Handlers;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>The breakers, as the API shows them.</summary>
/// <param name="Open">True while any of them holds mail.</param>
/// <param name="ReleasePerMinute">How many held mails go on in a minute after a release.</param>
/// <param name="Breakers">Those that ever opened, the open ones first.</param>
internal sealed record BreakerListShape(bool Open, int ReleasePerMinute, IReadOnlyList<BreakerShape> Breakers)
{
    internal static BreakerListShape Of(IReadOnlyList<BreakerView> views, int releasePerMinute) =>
        new(views.Any(v => v.Record.IsOpen), releasePerMinute, [.. views.Select(v => BreakerShape.Of(v.Record, v.Held))]);
}

/// <summary>One breaker.</summary>
/// <param name="Scope">"all" or a domain.</param>
/// <param name="Open">True while it holds mail.</param>
/// <param name="OpenedAt">When it opened last.</param>
/// <param name="ReleasedAt">When a person released it; null while it is open.</param>
/// <param name="Drop">True when what it held is set aside and not sent.</param>
/// <param name="Held">How many mails it still holds, counted to 1,000.</param>
/// <param name="History">What happened to it, oldest first.</param>
internal sealed record BreakerShape(
    string Scope,
    bool Open,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ReleasedAt,
    bool Drop,
    int Held,
    IReadOnlyList<BreakerNoteShape> History)
{
    internal static BreakerShape Of(BreakerRecord record, int held) => new(
        record.Scope,
        record.IsOpen,
        record.OpenedAt,
        record.ReleasedAt,
        record.Drop,
        held,
        [.. record.Notes.Select(n => new BreakerNoteShape(n.At, n.Change, n.Agent, n.Why))]);
}

/// <summary>A line of a breaker's history.</summary>
internal sealed record BreakerNoteShape(DateTimeOffset At, BreakerChange Change, string Agent, string Why);
