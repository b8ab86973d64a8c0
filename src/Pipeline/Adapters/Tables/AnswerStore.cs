using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Mailroom.Core.Effects;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Storage;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Table Answers: who answered when, by day (UTC). A row for each answer, so that none is hot.</summary>
public sealed class AnswerStore(StorageClients storage, HouseRules house)
{
    private readonly CheckedTable _table = new(storage.Table(StorageNames.Answers));

    /// <summary>Writes an answer down, once.</summary>
    public Task AddAsync(Effect.CountAnswer answer, CancellationToken cancellation) => _table.InsertAsync(
        new TableEntity(DayOf(answer.At), string.Create(CultureInfo.InvariantCulture, $"{answer.At.UtcTicks:D19}|{house.Key.Derive("answer", answer.MailId)}"))
        {
            ["At"] = answer.At,
            ["Team"] = answer.Team,
            ["Agent"] = answer.Agent,
        },
        cancellation);

    /// <summary>The answers since a moment, oldest first.</summary>
    public async IAsyncEnumerable<AnswerGiven> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = DayOf(since);
        await foreach (var row in _table.QueryAsync($"PartitionKey ge {from}", null, cancellation))
        {
            if (row.GetDateTimeOffset("At") is { } at && at > since)
            {
                yield return new(at, row.GetString("Team") ?? "", row.GetString("Agent") ?? "");
            }
        }
    }

    private static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
