namespace Mailroom.Core.Understanding;

/// <summary>Facts found in a mail's text; null where the text has none.</summary>
/// <param name="TransactionId">A transaction, order or reference number.</param>
/// <param name="Amount">An amount, digits only, with a point for decimals.</param>
/// <param name="Currency">ISO 4217 code of the amount.</param>
/// <param name="Time">When it happened, in the writer's words.</param>
/// <param name="Phone">The phone number, redacted but for its last four digits.</param>
/// <param name="Card">The last four digits of a card.</param>
public sealed record Entities(
    string? TransactionId = null,
    string? Amount = null,
    string? Currency = null,
    string? Time = null,
    string? Phone = null,
    string? Card = null)
{
    /// <summary>Further fact codes that the text answers: merchant, device, app_version, campaign, case_id.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where the facts stand, by their codes (transaction_id, amount, time, phone, card and those of <see cref="Other"/>): in the redacted
    /// subject and body with one line feed between them. The amount's place holds its currency too, where that stands beside it.
    /// </summary>
    public IReadOnlyDictionary<string, TextSpan> Places { get; init; } = new Dictionary<string, TextSpan>();
}
