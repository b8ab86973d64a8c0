namespace Mailroom.Core.Tickets;

/// <summary>A ticket's number, "MR-7K3F-9QXA": seven derived Crockford base32 characters and a check character.</summary>
public readonly record struct TicketNumber
{
    private const int Length = 8;

    private TicketNumber(string value) => Value = value;

    /// <summary>The number as customers see it.</summary>
    public string Value { get; }

    /// <summary>Reads a number as people type it: any case, with or without "MR" and hyphens, O for 0 and I or L for 1.</summary>
    public static bool TryParse(string? text, out TicketNumber number)
    {
        number = default;
        var compact = (text ?? "").Replace("-", "", StringComparison.Ordinal).Trim();
        if (compact.Length == Length + 2 && compact.StartsWith("MR", StringComparison.OrdinalIgnoreCase))
        {
            compact = compact[2..];
        }

        if (compact.Length != Length || compact.Any(c => Crockford.Value(c) < 0))
        {
            return false;
        }

        var digits = string.Concat(compact.Select(c => Crockford.Digits[Crockford.Value(c)]));
        if (Check(digits[..^1]) != digits[^1])
        {
            return false;
        }

        number = Show(digits);
        return true;
    }

    /// <summary>Derives the number of the ticket that a mail opens, so that a redelivery makes the same one.</summary>
    /// <param name="key">The house's secret.</param>
    /// <param name="cause">The identity of the mail.</param>
    /// <param name="attempt">0; higher only when the number before belongs to another mail's ticket.</param>
    public static TicketNumber Derive(SigningKey key, string cause, int attempt)
    {
        var salt = attempt.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var digits = key.Derive("ticket", cause, salt).ToUpperInvariant()[..(Length - 1)];
        return Show(digits + Check(digits));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static TicketNumber Show(string digits) => new($"MR-{digits[..4]}-{digits[4..]}");

    // Weights that are odd are invertible modulo 32: every single wrong character is noticed.
    private static char Check(string digits) =>
        Crockford.Digits[digits.Select((c, i) => Crockford.Value(c) * ((2 * i) + 1)).Sum() % 32];
}
