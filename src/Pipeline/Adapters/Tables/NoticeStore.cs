using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>
/// The index of notices that wait to be told together, in table Tickets: which outbox rows of tickets each reader is to be told about, and who
/// is due. The outbox rows are the truth; a row here that is too many is found stale.
/// </summary>
public sealed class NoticeStore(StorageClients storage)
{
    private const string Readers = "n";
    private const string Waiting = "w|";
    private const int MostInOne = 100;
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Tickets));

    /// <summary>The partition of a reader's waiting notices and of the mails that tell several.</summary>
    public static string PartitionOf(string reader) => "n|" + reader;

    /// <summary>A reader's key: an address has characters that keys must not have.</summary>
    public static string ReaderOf(MailAddress address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Key)).AsSpan(0, 16));

    /// <summary>Enters a notice that waits; once or several times is the same.</summary>
    public async Task GatherAsync(OutboxRow notice, CancellationToken cancellation)
    {
        var (at, reader) = (notice.Mail.GatherAt ?? throw new ArgumentException("It goes at once.", nameof(notice)), ReaderOf(notice.Mail.To[0]));
        var ticket = OutboxStore.TicketOf(notice.Partition) ?? throw new ArgumentException("It belongs to no ticket.", nameof(notice));
        await _table.InsertAsync(
            new TableEntity(PartitionOf(reader), Waiting + Tick(at) + "|" + notice.Mail.Id) { ["Ticket"] = ticket.Value, ["Mail"] = notice.Mail.Id },
            cancellation);

        // The reader comes second, and anew each time: whoever crosses him off meanwhile finds that he has moved.
        await _table.UpsertAsync(new TableEntity(Readers, $"{Tick(at)}|{reader}") { ["Reader"] = reader }, cancellation);
    }

    /// <summary>Who is to be told something by now; the soonest first.</summary>
    public async Task<IReadOnlyList<DueReader>> DueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        List<DueReader> due = [];
        var until = Tick(now) + "~";
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {Readers} and RowKey lt {until}", null, cancellation))
        {
            due.Add(new DueReader(row.GetString("Reader") ?? "", row.RowKey, row.ETag));
        }

        return due;
    }

    /// <summary>Crosses a reader off, unless something further came for them.</summary>
    public Task DoneAsync(DueReader reader, CancellationToken cancellation) =>
        _table.TransactAsync(
            [new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Readers, reader.Row), reader.ETag)], cancellation);

    /// <summary>What a reader is to be told by now, at most so many, the soonest first.</summary>
    public async Task<IReadOnlyList<WaitingNotice>> WaitingAsync(string reader, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        List<WaitingNotice> waiting = [];
        var (partition, until) = (PartitionOf(reader), Waiting + Tick(now) + "~");
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {partition} and RowKey ge {Waiting} and RowKey lt {until}", most, cancellation))
        {
            if (TicketNumber.TryParse(row.GetString("Ticket"), out var ticket))
            {
                waiting.Add(new WaitingNotice(row.RowKey, ticket, row.GetString("Mail") ?? ""));
            }

            if (waiting.Count == most)
            {
                break;
            }
        }

        return waiting;
    }

    /// <summary>Removes notices that were told, or are not to be.</summary>
    public async Task RemoveAsync(string reader, IEnumerable<WaitingNotice> notices, CancellationToken cancellation)
    {
        var partition = PartitionOf(reader);
        foreach (var some in notices.Chunk(MostInOne))
        {
            var deletions = some.Select(n => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, n.Row), ETag.All));
            if (!await _table.TransactAsync([.. deletions], cancellation))
            {
                // Another run was there before for some of them.
                foreach (var notice in some)
                {
                    await _table.DeleteAsync(partition, notice.Row, cancellation);
                }
            }
        }
    }

    private static string Tick(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}

/// <summary>Somebody who is to be told something.</summary>
/// <param name="Reader">Their key.</param>
/// <param name="Row">The row's key.</param>
/// <param name="ETag">The row's version.</param>
public sealed record DueReader(string Reader, string Row, ETag ETag);

/// <summary>A notice that waits.</summary>
/// <param name="Row">The row's key.</param>
/// <param name="Ticket">The ticket in whose outbox it lies.</param>
/// <param name="MailId">Its outbox row.</param>
public sealed record WaitingNotice(string Row, TicketNumber Ticket, string MailId);
