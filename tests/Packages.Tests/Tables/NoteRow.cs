using Azure;
using Azure.Data.Tables;

namespace Mailroom.Packages.Tests.Tables;

/// <summary>A typed row with one property of each type that tables hold.</summary>
public sealed class NoteRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int Count { get; set; }

    public long Ticks { get; set; }

    public double Share { get; set; }

    public bool Open { get; set; }

    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public BinaryData? Bytes { get; set; }

    public DayOfWeek Day { get; set; }
}
