using System.Globalization;
using System.Text;
using Mailroom.Core.Mail;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding;

/// <summary>Tells a reply that says thanks and nothing else, in Chinese, English or both.</summary>
/// <remarks>
/// The bar is high: who is taken for thankful and still wants something waits in vain. So it does not look for words that would speak against it. A letter
/// passes only when every word of it is a formula of thanks, or one that goes with thanks, and one at least is thanks itself; a digit, a question mark,
/// an address, a word of money, a "but", a "not" or any word that nobody listed is enough to fail.
/// </remarks>
public static class ThanksOnly
{
    /// <summary>The most characters; two of the Latin alphabet count as one.</summary>
    public const int Longest = 60;

    // Nobody writes these in anger or in pleading. A plain smile is scorn among Chinese readers, and hands put together also beg: they only go along.
    private static readonly HashSet<string> Kind =
        [.. "👍👌🙏😊😄😃😁🥰😍😘☺❤💕💖💗🌹🌷🌸💐🎉✨👏🤝💪🙇🫶🧡💛💚💙💜⭐🌟".EnumerateRunes().Select(r => r.ToString())];

    /// <summary>True when a reply is thanks and nothing else.</summary>
    /// <param name="letter">The reply.</param>
    /// <param name="isOldSubject">
    /// True for a subject that is the ticket's own, or that of a mail of ours: a new one may say what the words do not. Asked without marks of an answer.
    /// </param>
    public static bool Is(Letter letter, Func<string, bool> isOldSubject) =>
        letter is { Unread: null, Attachments.Count: 0 } && IsThanks(WithoutName(letter)) && SaysNothingNew(SubjectText.Bare(letter.Subject), isOldSubject);

    /// <summary>True when words are thanks and nothing else.</summary>
    public static bool IsThanks(string text) =>
        text.Length <= 4 * Longest && Weight(text) <= 2 * Longest && Spaced(text) is { } spaced && AreFormulas(spaced);

    // "Thanks,\nJim": the name under the words is the writer's own.
    private static string WithoutName(Letter letter)
    {
        var lines = letter.VisibleText.Trim().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = (letter.Sender?.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && names.Length > 0 && IsName(lines[^1], names) ? string.Join('\n', lines[..^1]) : string.Join('\n', lines);
    }

    private static bool IsName(string line, string[] names) =>
        line.Split([' ', '.', ',', '-', '~'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        && words.All(word => names.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool SaysNothingNew(string subject, Func<string, bool> isOld) =>
        SubjectText.Letters(subject).Length == 0 || IsThanks(subject) || isOld(subject);

    private static int Weight(string text) => text.Where(c => !char.IsWhiteSpace(c)).Sum(c => c < '\u2E80' ? 1 : 2);

    // The words with one space between them, and between Chinese and Latin ones; null when there is anything that thanks have not.
    private static string? Spaced(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in Normaliser.Normalise(text).EnumerateRunes())
        {
            if (!rune.IsBmp || !char.IsLetter((char)rune.Value))
            {
                if (rune.Value == '\'')
                {
                    words.Append('\'');
                }
                else if (IsPause(rune))
                {
                    Separate(words);
                }
                else
                {
                    return null;
                }

                continue;
            }

            var c = (char)rune.Value;
            if (words.Length > 0 && words[^1] is not (' ' or '\'') && IsHan(c) != IsHan(words[^1]))
            {
                words.Append(' ');
            }

            words.Append(c);
        }

        // Three dots leave something unsaid.
        return text.Contains("..", StringComparison.Ordinal) || text.Contains("。。", StringComparison.Ordinal) ? null : words.ToString().TrimEnd() + " ";
    }

    private static void Separate(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
    }

    private static bool IsPause(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is ',' or '.' or '!' or ';' or '~' or '-' or '&' or ':' or '。' or '、' or '・' or '\uFE0F'
        || (rune.Value is >= 0x1F3FB and <= 0x1F3FF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.ModifierSymbol)
        || Kind.Contains(rune.ToString());

    private static bool IsHan(char c) => c >= '\u2E80';

    // Which places can be reached by formulas alone, and which of them with thanks among these: the last one must be.
    private static bool AreFormulas(string text)
    {
        var (reached, thanked) = (new bool[text.Length + 1], new bool[text.Length + 1]);
        reached[0] = true;
        for (var from = 0; from < text.Length; from++)
        {
            if (!reached[from] && !thanked[from])
            {
                continue;
            }

            for (var to = from + 1; to <= text.Length; to++)
            {
                var formula = text.AsSpan(from, to - from);
                var (thanks, with) = IsHan(text[from]) ? Chinese(formula) : text[to - 1] == ' ' ? English(formula) : (false, false);
                thanked[to] |= thanks || (with && thanked[from]);
                reached[to] |= with && reached[from];
            }
        }

        return thanked[^1];
    }

    private static (bool Thanks, bool With) Chinese(ReadOnlySpan<char> formula) =>
        (ThanksFormulas.Chinese().IsMatch(formula), ThanksFormulas.WithChinese().IsMatch(formula));

    private static (bool Thanks, bool With) English(ReadOnlySpan<char> formula) => (
        ThanksFormulas.English().IsMatch(formula) || ThanksFormulas.Appreciation().IsMatch(formula),
        ThanksFormulas.WithEnglish().IsMatch(formula) || ThanksFormulas.ForEnglish().IsMatch(formula));
}
