namespace Mailroom.Core.Understanding.Facts;

/// <summary>An amount of money as a text names it.</summary>
/// <param name="Amount">Digits, with a point for decimals.</param>
/// <param name="Currency">ISO 4217 code; null when the text names none.</param>
/// <param name="Place">Where it stands, with its currency.</param>
internal sealed record Money(string Amount, string? Currency, TextSpan Place)
{
    /// <summary>The word or sign of the currency as it was written, in one spelling; empty for none.</summary>
    public string Sign { get; init; } = "";

    /// <summary>True for "8000多", "9k" and the like, which nobody says of numbers and codes.</summary>
    public bool IsRound { get; init; }

    /// <summary>How the number is written.</summary>
    public NumberForm Form { get; init; }
}

/// <summary>How a number is written, as far as it tells money from counts.</summary>
internal enum NumberForm
{
    /// <summary>Digits only: 1280.</summary>
    Digits,

    /// <summary>Digits grouped or with cents: 1,280 or 12.80.</summary>
    Marked,

    /// <summary>Words: 一千二, two hundred.</summary>
    Words,
}
