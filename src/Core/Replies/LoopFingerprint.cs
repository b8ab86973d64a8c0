using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mailroom.Core.Mail;

namespace Mailroom.Core.Replies;

/// <summary>What stays the same when a machine says the same again: the one sign of a robot that hides every other.</summary>
public static partial class LoopFingerprint
{
    private const int MostCharacters = 4000;
    private const int HashCharacters = 16;

    /// <summary>The fingerprint of what a mail says; null when it says nothing, since pictures alone may differ.</summary>
    /// <remarks>
    /// Dates, counters, ticket numbers and "Re:" differ from one automatic mail to the next, so that only the letters of subject and
    /// words count. A person who sends the same words twice on a day has had their acknowledgement.
    /// </remarks>
    public static string? Of(Letter letter)
    {
        // Of a mail that could not be read the subject is all there is.
        var words = letter.Unread is null ? Letters(letter.VisibleText) : "unread";
        return words.Length == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Letters(SubjectText.Bare(letter.Subject))}\n{words}")))[..HashCharacters];
    }

    private static string Letters(string text)
    {
        var plain = Numbers().Replace(text[..Math.Min(text.Length, MostCharacters)], " ");
        return string.Concat(Whole(plain).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetter));
    }

    // Half a surrogate pair, from a hostile mail or from the cut above, cannot be normalised.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) != UnicodeCategory.OtherNotAssigned));

    [GeneratedRegex(@"MR-?[0-9A-Z]{4}-?[0-9A-Z]{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
