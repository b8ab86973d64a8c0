using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail;

/// <summary>Knows the subjects under which mail programs answer.</summary>
public static partial class AnswerSubject
{
    private const int LongestMark = 40;

    /// <summary>True for "Re: ...", "回复：...", "AW: ..." and their like.</summary>
    public static bool IsMatch(string subject) => Pattern().IsMatch(subject.Length > LongestMark ? subject[..LongestMark] : subject);

    [GeneratedRegex(
        @"^\s*(re|aw|sv|antw?|odp|rif|ris|res|ynt|回复|回覆|答复|答覆|回信|返信|회신|답장)\s?([\[(][0-9]{1,3}[\])])?\s?[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
