using Mailroom.Core.Intake;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>One raw mail's line in the ledger, as the API shows it.</summary>
internal sealed record LedgerShape(
    string Sha256,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<string> Sources,
    MailEnding? Ending,
    string Rule,
    string Reason,
    string? Ticket,
    DateTimeOffset? EndedAt,
    IReadOnlyList<EnvelopeShape> Envelopes,
    long? WholeBytes,
    IReadOnlyList<string> Copies)
{
    internal static LedgerShape Of(LedgerRow row) =>
        new(row.Sha256, row.ReceivedAt, row.Sources, row.Ending, row.Rule, row.Reason, row.Ticket, row.EndedAt, [.. row.Envelopes.Select(e => new EnvelopeShape(e.Sender, e.Recipients))], row.WholeBytes, row.Copies);
}

/// <summary>An envelope that a mail came in.</summary>
/// <param name="Sender">MAIL FROM; empty for the null sender, null when nobody told us.</param>
/// <param name="Recipients">RCPT TO.</param>
internal sealed record EnvelopeShape(string? Sender, IReadOnlyList<string> Recipients);

/// <summary>A day's ledger: how many mails came and how many have ended.</summary>
/// <param name="Day">The day of receipt (UTC), yyyyMMdd.</param>
/// <param name="Mails">How many mails came: each source of each row is one.</param>
/// <param name="Unaccounted">How many of them have not ended.</param>
/// <param name="Rows">The rows, at most as many as one answer holds.</param>
/// <param name="Truncated">True when there are more rows than told.</param>
internal sealed record LedgerDayShape(string Day, int Mails, int Unaccounted, IReadOnlyList<LedgerShape> Rows, bool Truncated);
