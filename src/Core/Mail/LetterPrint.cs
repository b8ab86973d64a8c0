using System.Security.Cryptography;
using System.Text;

namespace Mailroom.Core.Mail;

/// <summary>What two copies of one mail share whatever way they came: subject, words and attached files, without what relays change.</summary>
/// <remarks>Trace fields, signatures of relays, "[EXTERNAL]" in the subject, encodings, line ends and blanks do not count; every letter and digit does.</remarks>
public static class LetterPrint
{
    private const int HashCharacters = 32;

    /// <summary>The print of a letter's content.</summary>
    public static string Of(Letter letter)
    {
        var content = string.Join('\n',
        [
            SubjectText.Letters(SubjectText.Bare(letter.Subject)),
            SubjectText.Letters(letter.VisibleText),
            .. letter.Attachments.Select(a => a.Sha256).Order(StringComparer.Ordinal),
        ]);
        return Hash(content);
    }

    /// <summary>An identity for a mail without Message-ID, the same for each of its copies; null when it has no sender or date to tell it by.</summary>
    public static string? Identity(Letter letter) => letter is { Sender: { } sender, Date: { } date }
        ? Hash(string.Join('\n', sender.Key, date.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), Of(letter)))
        : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashCharacters];
}
