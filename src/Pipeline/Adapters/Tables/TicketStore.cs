using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Tickets: header, events, inbox and outbox of a ticket in one partition.</summary>
public sealed class TicketStore(StorageClients storage)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Tickets));

    /// <summary>A ticket with its events; null when there is none.</summary>
    public async Task<TicketHistory?> FindAsync(TicketNumber number, CancellationToken cancellation)
    {
        var stored = await ReadAsync(number, TicketRows.EventEnd, cancellation);
        return stored.History.Ticket is null ? null : stored.History;
    }

    /// <summary>A ticket without its events; null when there is none.</summary>
    public async Task<Ticket?> FindHeaderAsync(TicketNumber number, CancellationToken cancellation) =>
        await _table.FindAsync(TicketRows.PartitionOf(number), TicketRows.Header, cancellation) is { } row
            ? TicketRows.ReadTicket(row)
            : null;

    /// <summary>All of a ticket, as a decision needs it; an unused number has a history without a ticket.</summary>
    public Task<StoredTicket> LoadAsync(TicketNumber number, CancellationToken cancellation) =>
        ReadAsync(number, TicketRows.End, cancellation);

    /// <summary>Every ticket with its events, in the order of their numbers, each once.</summary>
    /// <param name="after">Where to begin: behind this number; null for the first.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <remarks>It costs a request for each thousand rows, and holds one ticket at a time.</remarks>
    public async IAsyncEnumerable<TicketHistory> HistoriesAsync(TicketNumber? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Ticket? ticket = null;
        List<TicketEvent> events = [];
        var start = after is { } known ? TicketRows.PartitionOf(known) : TicketRows.PartitionStart;
        await foreach (var row in _table.QueryAsync(
            $"PartitionKey gt {start} and PartitionKey lt {TicketRows.PartitionEnd} and RowKey lt {TicketRows.EventEnd}", null, cancellation))
        {
            if (row.RowKey == TicketRows.Header)
            {
                if (ticket is not null)
                {
                    yield return new(ticket, [.. events.Take(ticket.Version)]);
                }

                (ticket, events) = (TicketRows.ReadTicket(row), []);
            }
            else if (row.RowKey.StartsWith(TicketRows.EventPrefix, StringComparison.Ordinal) && row.PartitionKey == (ticket is null ? null : TicketRows.PartitionOf(ticket.Number)))
            {
                events.Add(TicketRows.ReadEvent(row));
            }
        }

        if (ticket is not null)
        {
            yield return new(ticket, [.. events.Take(ticket.Version)]);
        }
    }

    /// <summary>Writes header, events, inbox and outbox rows, all or nothing.</summary>
    public async Task<SaveResult> SaveAsync(TicketSave save, CancellationToken cancellation)
    {
        if (await _table.TransactAsync([.. Actions(save)], cancellation))
        {
            return SaveResult.Saved;
        }

        // A retry inside the client, after an answer that was lost, meets its own rows.
        var number = save.After.Number;
        if (save.Inbox is { } mail
            && await _table.FindAsync(TicketRows.PartitionOf(number), TicketRows.InboxKey(mail.Sha256), cancellation) is not null)
        {
            return SaveResult.TakenBefore;
        }

        return save.Seen.ETag is null
            && await FindHeaderAsync(number, cancellation) is { } other
            && other.OriginMail != save.After.OriginMail
                ? SaveResult.NumberTaken
                : SaveResult.Conflict;
    }

    private static IEnumerable<TableTransactionAction> Actions(TicketSave save)
    {
        var header = TicketRows.OfTicket(save.After);
        yield return save.Seen.ETag is { } seen
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, header, seen)
            : Add(header);

        var sequence = save.After.Version - save.Events.Count;
        foreach (var happened in save.Events)
        {
            yield return Add(TicketRows.OfEvent(save.After.Number, ++sequence, happened));
        }

        if (save.Inbox is { } inbox)
        {
            yield return Add(TicketRows.OfInbox(save.After.Number, inbox));
        }

        if (save.Link is { } link)
        {
            yield return Add(TicketRows.OfLink(save.After.Number, link));
        }

        foreach (var mail in save.Mails)
        {
            yield return Add(TicketRows.OfOutbox(new OutboxRow(header.PartitionKey, mail, mail.GatherAt is null ? OutboxState.Pending : OutboxState.Waiting, 1)));
        }

        if (save.Moved is { } moved)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, TicketRows.OfOutbox(moved), moved.ETag);
        }
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private async Task<StoredTicket> ReadAsync(TicketNumber number, string end, CancellationToken cancellation)
    {
        var partition = TicketRows.PartitionOf(number);
        Ticket? ticket = null;
        Azure.ETag? version = null;
        List<TicketEvent> events = [];
        List<InboxEntry> inbox = [];
        List<UsedLink> links = [];
        List<OutboxRow> outbox = [];
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {partition} and RowKey lt {end}", null, cancellation))
        {
            switch (row.RowKey[..Math.Min(2, row.RowKey.Length)])
            {
                case TicketRows.Header:
                    (ticket, version) = (TicketRows.ReadTicket(row), row.ETag);
                    break;
                case TicketRows.EventPrefix:
                    events.Add(TicketRows.ReadEvent(row));
                    break;
                case TicketRows.InboxPrefix:
                    inbox.Add(TicketRows.ReadInbox(row));
                    break;
                case TicketRows.LinkPrefix:
                    links.Add(TicketRows.ReadLink(row));
                    break;
                case TicketRows.OutboxPrefix:
                    outbox.Add(TicketRows.ReadOutbox(row));
                    break;
                default:
                    // A newer program may keep further rows here.
                    break;
            }
        }

        // The query is no snapshot: rows of a save that came after the header's page belong to a later version.
        var last = ticket?.Version ?? 0;
        return new StoredTicket(
            number, new TicketHistory(ticket, [.. events.Take(last)]), [.. inbox.Where(i => i.LastEvent <= last)], outbox, version)
        {
            Links = [.. links.Where(l => l.Event <= last)],
        };
    }
}
