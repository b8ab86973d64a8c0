namespace Mailroom.Core.Mail;

/// <summary>Who handed a mail over and to whom (RFC 5321): it stands outside the mail, and the mail's own fields may say otherwise.</summary>
/// <param name="Sender">MAIL FROM without angle brackets; empty for the null sender; null when nobody told us.</param>
/// <param name="Recipients">RCPT TO without angle brackets, each once.</param>
public sealed record MailEnvelope(string? Sender, IReadOnlyList<string> Recipients)
{
    // A ledger row keeps several envelopes within the 64 KiB of one column.
    private const int MostRecipients = 10;
    private const int LongestAddress = 320;

    /// <summary>Nobody told us.</summary>
    public static MailEnvelope Unknown { get; } = new(null, []);

    /// <summary>True when it says nothing.</summary>
    public bool IsUnknown => Sender is null && Recipients.Count == 0;

    /// <summary>True for the null sender "&lt;&gt;": a machine that wants no answer (RFC 5321 4.5.5).</summary>
    public bool HasNullSender => Sender is { Length: 0 };

    /// <summary>An envelope as it was told: brackets and control characters off, bounded.</summary>
    public static MailEnvelope Of(string? sender, IEnumerable<string> recipients) => new(
        sender is null ? null : Plain(sender),
        [.. recipients.Select(Plain).Where(r => r.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostRecipients)]);

    /// <summary>What several deliveries of the same bytes tell together; the null sender counts when none of them names another.</summary>
    public static MailEnvelope Together(IReadOnlyList<MailEnvelope> envelopes) => new(
        envelopes.Select(e => e.Sender).OfType<string>().OrderByDescending(s => s.Length > 0).FirstOrDefault(),
        [.. envelopes.SelectMany(e => e.Recipients).Distinct(StringComparer.OrdinalIgnoreCase)]);

    /// <summary>True when the other names the same people.</summary>
    public bool IsSameAs(MailEnvelope other) =>
        Sender == other.Sender && Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal);

    private static string Plain(string address)
    {
        var clean = new string([.. address.Where(c => !char.IsControl(c))]).Trim();
        var bare = clean is ['<', .., '>'] ? clean[1..^1].Trim() : clean;
        return bare.Length > LongestAddress ? bare[..LongestAddress] : bare;
    }
}
