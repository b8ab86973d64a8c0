using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.LocalHost.Demo;

/// <summary>A ticket with the mails that were ordered for it.</summary>
internal sealed record DemoTicket(Ticket Ticket, IReadOnlyList<TicketEvent> Events, IReadOnlyList<OutboxRow> Outbox);

/// <summary>The state of everything at one moment, read from storage and the out folder.</summary>
/// <param name="Ledger">The ledger's rows.</param>
/// <param name="Tickets">Every ticket that the ledger names, by number.</param>
/// <param name="Digests">The digests that were ordered.</param>
/// <param name="Sent">What lies in the out folder, by Message-ID.</param>
/// <param name="Poisoned">Messages set aside that no ledger row tells of.</param>
internal sealed record DemoSnapshot(
    IReadOnlyList<LedgerRow> Ledger,
    IReadOnlyDictionary<string, DemoTicket> Tickets,
    IReadOnlyList<OutboxRow> Digests,
    IReadOnlyDictionary<string, SentMail> Sent,
    int Poisoned)
{
    private const string Source = "pickup:";

    /// <summary>The mails that told several escalations to one reader.</summary>
    public IReadOnlyList<OutboxRow> Lists { get; init; } = [];

    /// <summary>The product moment that it was read at.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Every mail that was ordered.</summary>
    public IEnumerable<OutboxRow> Outbox => Tickets.Values.SelectMany(t => t.Outbox).Concat(Digests).Concat(Lists);

    /// <summary>Whether nothing ordered waits to be sent now; notices that wait for their reader's hours do not.</summary>
    public bool IsQuiet => Outbox.All(o => o.State is OutboxState.Sent or OutboxState.Parked or OutboxState.Told or OutboxState.Dropped
        || (o.State == OutboxState.Waiting && o.Mail.GatherAt > At));

    /// <summary>Whether a row is a sample file's.</summary>
    public static bool Came(LedgerRow row, string file) => row.Sources.Contains(Source + file, StringComparer.Ordinal);

    /// <summary>The ledger row of a sample file, and whether the file was the one that came first; null when it never came.</summary>
    public (LedgerRow Row, bool IsFirst)? Find(string file)
    {
        var row = Ledger.FirstOrDefault(r => Came(r, file));
        return row is null ? null : (row, row.Sources[0] == Source + file);
    }

    /// <summary>Whether a sample file came to its end.</summary>
    public bool IsEnded(string file) => Find(file) is { Row.Ending: not null };
}
