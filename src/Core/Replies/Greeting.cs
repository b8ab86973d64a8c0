using System.Globalization;

namespace Mailroom.Core.Replies;

/// <summary>Takes a name to greet with off a sender's display name, when it can be nothing but a name.</summary>
/// <remarks>
/// The sender chooses the display name, and can choose whose address the mail seems to come from. A name that could carry a message would
/// let a stranger write to anybody through us.
/// </remarks>
public static class Greeting
{
    private const int LongestHan = 6;
    private const int LongestOther = 30;
    private const int MostWords = 4;

    /// <summary>The name; empty when there is none that is safe.</summary>
    public static string NameOf(string displayName)
    {
        if (displayName.Length > LongestOther || displayName.Any(char.IsSurrogate))
        {
            return "";
        }

        var name = displayName.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        var longest = name.Any(IsHan) ? LongestHan : LongestOther;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return name.Length <= longest && words.Length is > 0 and <= MostWords && char.IsLetter(name[0]) && name.All(IsOfNames) && !HoldsDomain(name)
            ? string.Join(' ', words)
            : "";
    }

    private static bool IsOfNames(char c) =>
        c is ' ' or '-' or '\'' or '’' or '.' or '·' || CharUnicodeInfo.GetUnicodeCategory(c) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // "J. Smith" is a name, "prize.example" is a place to lure somebody to.
    private static bool HoldsDomain(string name) =>
        name.Zip(name.Skip(1)).Any(pair => pair.First == '.' && pair.Second != ' ');

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';
}
