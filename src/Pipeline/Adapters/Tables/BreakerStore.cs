using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Breakers: the breakers, and the sample of granted mails that opens them. Every sample is a row of its own: none is hot.</summary>
public sealed class BreakerStore(StorageClients storage, HouseRules house)
{
    private const string Partition = "b";
    private const string SamplePrefix = "s|";
    private const string RecordPrefix = "z|";
    private const int MostForgotten = 100;
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Breakers));

    /// <summary>The key of a breaker: domains are hostile, and keys take few characters.</summary>
    public string KeyOf(string scope) => scope == BreakerRecord.All ? scope : house.Key.Derive("domain", scope);

    /// <summary>The breakers that ever opened and the samples since a moment: one request.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="except">The instance whose samples are left out; null for none.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<BreakerReading> ReadAsync(DateTimeOffset since, string? except, CancellationToken cancellation)
    {
        List<StoredBreaker> breakers = [];
        List<CountedMail> samples = [];
        var from = SamplePrefix + Ticks(since);
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {Partition} and RowKey ge {from}", null, cancellation))
        {
            if (row.RowKey.StartsWith(RecordPrefix, StringComparison.Ordinal))
            {
                breakers.Add(new StoredBreaker(MailroomJson.Read<BreakerRecord>(JsonColumns.Read(row))) { ETag = row.ETag });
            }
            else if (row.GetString("By") != except)
            {
                samples.Add(new CountedMail(row.GetDateTimeOffset("At") ?? default, BudgetSample.OneIn, row.GetString("Domain") ?? ""));
            }
        }

        return new BreakerReading(breakers, samples);
    }

    /// <summary>Writes a breaker over the one that was read; false when it moved meanwhile.</summary>
    public async Task<bool> SaveAsync(StoredBreaker breaker, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, RecordPrefix + KeyOf(breaker.Record.Scope));
        JsonColumns.Write(row, MailroomJson.Write(breaker.Record));
        return breaker.ETag is { } seen
            ? await _table.ReplaceAsync(row, seen, cancellation) is not null
            : await _table.InsertAsync(row, cancellation);
    }

    /// <summary>Writes a granted mail down, once.</summary>
    /// <param name="sha256">The mail that it answers.</param>
    /// <param name="sample">The mail.</param>
    /// <param name="by">The instance that granted it.</param>
    /// <param name="cancellation">Stops.</param>
    public Task AddSampleAsync(string sha256, CountedMail sample, string by, CancellationToken cancellation) => _table.InsertAsync(
        new TableEntity(Partition, $"{SamplePrefix}{Ticks(sample.At)}|{sha256[..16]}") { ["At"] = sample.At, ["Domain"] = sample.Domain, ["By"] = by },
        cancellation);

    /// <summary>Removes samples that count no more, a bounded number at once.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        List<TableTransactionAction> old = [];
        var to = SamplePrefix + Ticks(before);
        await foreach (var row in _table.QueryAsync($"PartitionKey eq {Partition} and RowKey lt {to}", MostForgotten, cancellation))
        {
            old.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), ETag.All));
            if (old.Count == MostForgotten)
            {
                break;
            }
        }

        if (old.Count > 0)
        {
            await _table.TransactAsync(old, cancellation);
        }
    }

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}

/// <summary>A breaker and its row's version.</summary>
/// <param name="Record">The breaker.</param>
public sealed record StoredBreaker(BreakerRecord Record)
{
    /// <summary>The row's version; null for one that never opened.</summary>
    internal ETag? ETag { get; init; }
}

/// <summary>What lies in storage about budgets.</summary>
/// <param name="Breakers">The breakers that ever opened.</param>
/// <param name="Samples">The samples, each with the mails that it stands for.</param>
public sealed record BreakerReading(IReadOnlyList<StoredBreaker> Breakers, IReadOnlyList<CountedMail> Samples);
