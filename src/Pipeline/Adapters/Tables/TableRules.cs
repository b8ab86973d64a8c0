using System.Text;
using Azure.Data.Tables;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>What Azure's tables refuse and the emulator lets pass, checked before a request leaves.</summary>
public static class TableRules
{
    /// <summary>The most characters of a text property (64 KiB of UTF-16).</summary>
    public const int MaxText = 32_768;

    private const int MaxProperties = 252;
    private const int MaxRows = 100;
    private const int MaxTransactionBytes = 4 * 1024 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;

    // The emulator's bound is the narrowest; keys of ours stay far below it.
    private const int MaxKey = 512;

    /// <summary>Checks one row.</summary>
    /// <exception cref="TableRuleException">It breaks a rule.</exception>
    public static void Check(TableEntity row)
    {
        CheckKey(row.PartitionKey, "partition key");
        CheckKey(row.RowKey, "row key");
        var own = row.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).ToList();
        Refuse(own.Count > MaxProperties, row, $"it has {own.Count} properties; {MaxProperties} are allowed");
        foreach (var (name, value) in own)
        {
            Refuse(value is string { Length: > MaxText }, row, $"property {name} is longer than {MaxText} characters; split it");
            Refuse(value is byte[] { Length: > MaxText * 2 }, row, $"property {name} is larger than {MaxText * 2} bytes; split it");
        }

        Refuse(Size(row) > MaxEntityBytes, row, "it is larger than 1 MiB; keep bodies in blobs");
    }

    /// <summary>Checks the rows of a transaction: one partition, no row twice, and its bounds.</summary>
    /// <exception cref="TableRuleException">They break a rule.</exception>
    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        Refuse(actions.Count is 0 or > MaxRows, $"A transaction takes 1 to {MaxRows} rows; this one has {actions.Count}.");
        var partitions = actions.Select(a => a.Entity.PartitionKey).Distinct(StringComparer.Ordinal).ToList();
        Refuse(partitions.Count > 1, $"A transaction stays in one partition; this one names {string.Join(", ", partitions)}.");
        var twice = actions.GroupBy(a => a.Entity.RowKey, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        Refuse(twice is not null, $"A transaction names a row once; this one names {twice?.Key} more often.");

        var size = 0L;
        foreach (var row in actions.Select(a => a.Entity).OfType<TableEntity>())
        {
            Check(row);
            size += Payload(row);
        }

        Refuse(size > MaxTransactionBytes, $"A transaction takes 4 MiB; this one has about {size} bytes.");
    }

    /// <summary>Checks a key's length and characters.</summary>
    /// <exception cref="TableRuleException">It breaks a rule.</exception>
    public static void CheckKey(string? key, string what)
    {
        if (key is null)
        {
            throw new TableRuleException($"A {what} is missing.");
        }

        if (key.Length > MaxKey)
        {
            throw new TableRuleException($"The {what} \"{key[..40]}...\" has {key.Length} characters; {MaxKey} are allowed.");
        }

        foreach (var c in key.Where(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new TableRuleException($"The {what} \"{Shown(key)}\" has a character that tables refuse (U+{(int)c:X4}).");
        }
    }

    private static string Shown(string key) => string.Concat(key.Select(c => char.IsControl(c) ? '.' : c));

    // Azure counts names and texts in UTF-16.
    private static long Size(TableEntity row) =>
        row.Sum(p => (2L * p.Key.Length) + 8 + (p.Value switch { string s => (2L * s.Length) + 4, byte[] b => b.Length, _ => 16 }));

    // The request carries JSON in UTF-8 with some headers a row.
    private static long Payload(TableEntity row) =>
        600 + row.Sum(p => p.Key.Length + 40 + (p.Value switch { string s => Encoding.UTF8.GetByteCount(s) * 11 / 10, byte[] b => b.Length * 4 / 3, _ => 40 }));

    private static void Refuse(bool broken, TableEntity row, string why) =>
        Refuse(broken, $"Row {row.RowKey} of {row.PartitionKey} cannot be kept: {why}.");

    private static void Refuse(bool broken, string why)
    {
        if (broken)
        {
            throw new TableRuleException(why);
        }
    }
}

/// <summary>A row or transaction that Azure would refuse: a fault of the program.</summary>
public sealed class TableRuleException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TableRuleException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public TableRuleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public TableRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
