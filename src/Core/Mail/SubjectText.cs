using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail;

/// <summary>What a subject says beneath the marks that mail programs and gateways put before it.</summary>
public static partial class SubjectText
{
    private const int Longest = 1000;

    /// <summary>True when a program marked the subject as an answer or as forwarded.</summary>
    public static bool IsReply(string subject) => Answered().IsMatch(Cut(subject));

    /// <summary>The subject without "Re:", "回复：", "转发:", "[EXTERNAL]" and their kin, however many stand there.</summary>
    public static string Bare(string subject) => Marks().Replace(Cut(subject), "").Trim();

    /// <summary>The letters and digits of a text in one spelling, for comparing: no blanks, no punctuation, one width, lower case.</summary>
    public static string Letters(string text)
    {
        // Half a surrogate pair, from a hostile mail or a cut, cannot be normalised.
        var whole = string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) != UnicodeCategory.OtherNotAssigned));
        return string.Concat(whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
    }

    private static string Cut(string subject) => subject.Length > Longest ? subject[..Longest] : subject;

    [GeneratedRegex(
        @"^(\s|\[(external|ext|外部(邮件)?)\]|【外部(邮件)?】|(re|aw|sv|rv|antw|fwd?|wg|回复|回覆|回復|答复|答覆|转发|轉寄|轉發)\s*([\[(（][0-9]{1,3}[\])）])?\s*[:：])+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"^(\s|\[[^\]]{1,40}\]|【[^】]{1,40}】)*(re|aw|sv|rv|antw|fwd?|wg|回复|回覆|回復|答复|答覆|转发|轉寄|轉發)\s*([\[(（][0-9]{1,3}[\])）])?\s*[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Answered();
}
