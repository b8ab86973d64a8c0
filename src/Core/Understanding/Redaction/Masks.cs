namespace Mailroom.Core.Understanding.Redaction;

/// <summary>The shapes of what was taken out; each kind has its own, so that later readers still know what stood there.</summary>
internal static class Masks
{
    /// <summary>Stands for a password, PIN, code, security code or expiry.</summary>
    public const string Secret = "******";

    /// <summary>Stands for the number of an identity document.</summary>
    public const string Identity = "******************";

    /// <summary>Stands for all but the last four digits of a card number.</summary>
    public const string Card = "**** **** **** ";

    /// <summary>Stands for all but the last four digits of a bank account.</summary>
    public const string Account = "********";

    /// <summary>Stands for all but the last four digits of a telephone number.</summary>
    public const string Phone = "*******";

    /// <summary>Stands for the last four digits of a telephone number, where they are hidden too.</summary>
    public const string PhoneTail = "****";

    /// <summary>The digits of some text, which is folded.</summary>
    public static string Digits(string folded) => string.Concat(folded.Where(char.IsAsciiDigit));
}
