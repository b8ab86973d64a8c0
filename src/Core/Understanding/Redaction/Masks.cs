namespace Mailroom.Core.Understanding.Redaction;

/// <summary>The shapes of what was taken out; each kind has its own, so that later readers still know what stood there.</summary>
internal static class Masks
{
    /// <summary>Stands for a password, PIN or code.</summary>
    public const string Secret = "******";

    /// <summary>Stands for a resident id.</summary>
    public const string ResidentId = "******************";

    /// <summary>Stands for all but the last four digits of a card number.</summary>
    public const string Card = "**** **** **** ";

    /// <summary>Stands for all but the last four digits of a telephone number.</summary>
    public const string Phone = "*******";
}
