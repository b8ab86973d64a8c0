namespace Mailroom.Pipeline.Handlers;

/// <summary>Takes raw bytes in: vault, ledger, queue - in this order - before anyone is told that we have them.</summary>
public sealed class AcceptMail
{
    /// <summary>Takes one mail in. The same bytes twice are one mail with two sources.</summary>
    /// <param name="raw">The raw mail; empty and oversize ones are kept and end in the ledger.</param>
    /// <param name="source">Where it came from, "pickup:letter.eml" or "http": the same source again is not counted twice.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    public Task<Receipt> HandleAsync(BinaryData raw, string source, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <summary>What intake answers.</summary>
/// <param name="Sha256">The mail's identity.</param>
/// <param name="IsNew">False when these bytes were here before.</param>
public sealed record Receipt(string Sha256, bool IsNew);
