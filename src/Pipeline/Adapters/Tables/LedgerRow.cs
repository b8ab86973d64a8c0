using Mailroom.Core.Intake;
using Mailroom.Core.Mail;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>One raw mail's line in the ledger.</summary>
/// <param name="Sha256">The mail.</param>
/// <param name="ReceivedAt">When it first came.</param>
/// <param name="Sources">Each way that it came, oldest first: "pickup:letter.eml", "http".</param>
/// <param name="Ending">How it ended; null while under way.</param>
/// <param name="Rule">The rule that decided; empty while under way.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Ticket">The ticket's number, when there is one.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record LedgerRow(
    string Sha256,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<string> Sources,
    MailEnding? Ending,
    string Rule,
    string Reason,
    string? Ticket,
    DateTimeOffset? EndedAt)
{
    /// <summary>The envelopes that it came in, oldest first; none where nobody told us.</summary>
    public IReadOnlyList<MailEnvelope> Envelopes { get; init; } = [];

    /// <summary>The size of the whole mail, when only its beginning is kept: the whole lies at the first source. Null when all is kept.</summary>
    public long? WholeBytes { get; init; }

    /// <summary>SHA-256 of further copies that came with other trace fields, to another of our boxes as a rule: each has a row of its own.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
