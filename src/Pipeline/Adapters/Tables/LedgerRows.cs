using System.Globalization;
using Azure.Data.Tables;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Json;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>The ledger's rows and their keys.</summary>
internal static class LedgerRows
{
    // A row must stay small whatever is handed in how often.
    private const int MaxSources = 50;
    private const int MaxSourceLength = 200;
    private const int MaxEnvelopes = 5;
    private const int MaxReason = 1000;

    /// <summary>The most copies that are noted.</summary>
    public const int MaxCopies = 20;

    public static (string Partition, string Row) KeyOf(string sha256) => ($"l|{sha256[..2]}", sha256);

    public static (string Partition, string Row) DayKeyOf(string sha256, DateTimeOffset receivedAt) =>
        (DayPartition(DateOnly.FromDateTime(receivedAt.UtcDateTime), sha256[0]), sha256);

    public static string DayPartition(DateOnly day, char shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}|{shard}");

    public static TableEntity Of((string Partition, string Row) key, LedgerRow row)
    {
        var entity = new TableEntity(key.Partition, key.Row)
        {
            ["ReceivedAt"] = row.ReceivedAt,
            ["Sources"] = MailroomJson.Write(row.Sources),
        };
        if (row.Envelopes.Count > 0)
        {
            entity["Envelopes"] = MailroomJson.Write(row.Envelopes);
        }

        if (row.WholeBytes is { } whole)
        {
            entity["WholeBytes"] = whole;
        }

        if (row.Copies.Count > 0)
        {
            entity["Copies"] = MailroomJson.Write(row.Copies);
        }

        AddEnding(entity, row);
        return entity;
    }

    public static TableEntity EndingOf((string Partition, string Row) key, LedgerRow row)
    {
        var entity = new TableEntity(key.Partition, key.Row) { ["ReceivedAt"] = row.ReceivedAt };
        AddEnding(entity, row);
        return entity;
    }

    public static LedgerRow Read(TableEntity entity) => new(
        entity.RowKey,
        entity.GetDateTimeOffset("ReceivedAt") ?? default,
        MailroomJson.Read<List<string>>(entity.GetString("Sources") ?? "[]"),
        MailEndingText.Parse(entity.GetString("Ending")),
        entity.GetString("Rule") ?? "",
        entity.GetString("Reason") ?? "",
        entity.GetString("Ticket") is { Length: > 0 } ticket ? ticket : null,
        entity.GetDateTimeOffset("EndedAt"))
    {
        Envelopes = MailroomJson.Read<List<MailEnvelope>>(entity.GetString("Envelopes") ?? "[]"),
        WholeBytes = entity.GetInt64("WholeBytes"),
        Copies = MailroomJson.Read<List<string>>(entity.GetString("Copies") ?? "[]"),
    };

    /// <summary>The envelopes with one more; the same list when it says nothing new or when there is no more room.</summary>
    public static IReadOnlyList<MailEnvelope> WithEnvelope(IReadOnlyList<MailEnvelope> envelopes, MailEnvelope envelope) =>
        envelope.IsUnknown || envelopes.Count >= MaxEnvelopes || envelopes.Any(e => e.IsSameAs(envelope)) ? envelopes : [.. envelopes, envelope];

    /// <summary>The sources with one more; the same list when it is known or when there is no more room.</summary>
    public static IReadOnlyList<string> WithSource(IReadOnlyList<string> sources, string source)
    {
        var cut = source.Length > MaxSourceLength ? source[..MaxSourceLength] : source;
        return sources.Contains(cut, StringComparer.Ordinal) || sources.Count >= MaxSources ? sources : [.. sources, cut];
    }

    private static void AddEnding(TableEntity entity, LedgerRow row)
    {
        if (row.Ending is { } ending)
        {
            entity["Ending"] = ending.ToText();
            entity["Rule"] = row.Rule;
            entity["Reason"] = row.Reason.Length > MaxReason ? row.Reason[..MaxReason] : row.Reason;
            entity["EndedAt"] = row.EndedAt ?? row.ReceivedAt;
            // An empty text clears the ticket of an ending that is overwritten.
            entity["Ticket"] = row.Ticket ?? "";
        }
    }
}
