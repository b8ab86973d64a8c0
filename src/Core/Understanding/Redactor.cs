using Mailroom.Core.Understanding.Redaction;

namespace Mailroom.Core.Understanding;

/// <summary>Takes out what nobody needs and thieves want, before anything else sees the text.</summary>
/// <remarks>
/// Card numbers keep their last four digits, telephone numbers too; resident ids, passwords, PINs and one-time codes keep
/// nothing. What replaces them needs no language: asterisks.
/// </remarks>
public static class Redactor
{
    /// <summary>What is longer is cut: nobody reads further, and a pattern's work is bounded by it.</summary>
    public const int LongestText = 100_000;

    /// <summary>The text without card numbers, resident ids, passwords, codes and most of each telephone number.</summary>
    public static string Redact(string text) =>
        text.Length > LongestText ? Whole(text[..LongestText]) : Whole(text);

    private static string Whole(string text) => PhoneNumbers.Redact(CardNumbers.Redact(ResidentIds.Redact(Secrets.Redact(text))));
}
