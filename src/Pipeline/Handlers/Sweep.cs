namespace Mailroom.Pipeline.Handlers;

/// <summary>The backstop: every due row up to now, dead letters into the ledger, mails left in an outbox.</summary>
public sealed class Sweep
{
    /// <summary>Does all that is due up to now.</summary>
    public Task HandleAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
