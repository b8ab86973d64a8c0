namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Tables Ledger and LedgerDays: every raw mail once, with how it ended.</summary>
public sealed class LedgerStore
{
    /// <summary>One mail's row; null when it never came.</summary>
    public Task<LedgerRow?> FindAsync(string sha256, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The rows of the mails first received on a day (UTC).</summary>
    public IAsyncEnumerable<LedgerRow> DayAsync(DateOnly day, CancellationToken cancellation) => throw new NotSupportedException();
}
