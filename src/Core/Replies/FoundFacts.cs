using Mailroom.Core.Understanding;

namespace Mailroom.Core.Replies;

/// <summary>The facts of a mail that an acknowledgement may repeat: short, and of a form that can carry no message.</summary>
internal static class FoundFacts
{
    private const int LongestNumber = 40;
    private const int LongestTime = 24;

    /// <summary>The values by template name: transactionId, amount, time, phone, card; empty where there is none or none that is safe.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Values(Entities found) =>
    [
        new("transactionId", Number(found.TransactionId)),
        new("amount", Number(found.Amount) is { Length: > 0 } amount ? $"{Code(found.Currency)} {amount}".Trim() : ""),
        new("time", Time(found.Time)),
        new("phone", Tail(found.Phone)),
        new("card", Tail(found.Card)),
    ];

    // Mostly digits: a reference number, not words joined by hyphens.
    private static string Number(string? text) =>
        text is { Length: > 0 and <= LongestNumber } number
        && number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ',')
        && number.Count(char.IsAsciiDigit) * 2 >= number.Length
            ? number
            : "";

    private static string Code(string? currency) =>
        currency is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : "";

    private static string Time(string? text) =>
        text is { Length: > 0 and <= LongestTime } time
        && time.All(c => char.IsLetterOrDigit(c) || c is ' ' or ':' or '：' or '-' or '/' or ',')
        && !time.Contains("//", StringComparison.Ordinal)
            ? time
            : "";

    // Whatever was found, only the last four digits leave the house.
    private static string Tail(string? text)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        return digits.Length >= 4 ? digits[^4..] : "";
    }
}
