using System.Globalization;
using System.Text.RegularExpressions;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Brings the spellings of numbers and labels together: widths, scripts, invisible characters, quoted line breaks, Chinese numerals.</summary>
internal static partial class TextFold
{
    private const int ShortestNumeral = 4;
    private const string Numerals = "零〇○一幺壹二贰三叁四肆五伍六陆七柒八捌九玖";
    private const string NumeralDigits = "0001112233445566778899";

    /// <summary>The folded text.</summary>
    public static FoldedText Of(string text)
    {
        var (folded, starts) = Characters(text);
        ReadNumerals(folded);
        var plain = new string([.. folded]);
        var builder = new FoldBuilder(plain.Length, text.Length);
        var copied = 0;
        foreach (var mask in Mask().EnumerateMatches(plain))
        {
            Copy(copied, mask.Index);
            builder.Add(plain[mask.Index + mask.Length - 1] != '*' && plain.AsSpan(mask.Index, mask.Length).Contains(' ') ? FoldedText.CardGone : FoldedText.Gone, starts[mask.Index]);
            copied = mask.Index + mask.Length;
        }

        Copy(copied, plain.Length);
        return builder.Build();

        void Copy(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                builder.Add(plain[i], starts[i]);
            }
        }
    }

    /// <summary>True for a Chinese numeral that is read out as a digit.</summary>
    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>The text with its numerals as digits.</summary>
    public static string WithDigits(string text) => string.Concat(text.Select(c => IsNumeral(c) ? NumeralDigits[Numerals.IndexOf(c, StringComparison.Ordinal)] : c));

    private static (List<char> Folded, List<int> Starts) Characters(string text)
    {
        var folded = new List<char>(text.Length);
        var starts = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Fold(text[i]) is { } c)
            {
                folded.Add(c);
                starts.Add(i);
                if (c == '\n')
                {
                    i = EndOfBreak(text, i) - 1;
                }
            }
        }

        return (folded, starts);
    }

    // A line's break with the marks of quoting and the spaces that the next line begins with.
    private static int EndOfBreak(string text, int start)
    {
        var end = text[start] == '\r' && start + 1 < text.Length && text[start + 1] == '\n' ? start + 2 : start + 1;
        while (end < text.Length && text[end] is '>' or ' ' or '\t' or '\u00A0')
        {
            end++;
        }

        return end;
    }

    // Null for what no reader sees.
    private static char? Fold(char c)
    {
        if (char.IsAscii(c))
        {
            return c switch { '\t' => ' ', '\r' or FoldedText.BreakInNumber or '\f' => '\n', _ => char.ToLowerInvariant(c) };
        }

        var kind = CharUnicodeInfo.GetUnicodeCategory(c);
        return c is FoldedText.Gone or FoldedText.CardGone ? '\uFFFD'
            : kind is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? null
            : kind is UnicodeCategory.DecimalDigitNumber ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
            : kind is UnicodeCategory.SpaceSeparator ? ' '
            : kind is UnicodeCategory.DashPunctuation ? '-'
            : kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\n'
            : c is '帳' or '帐' ? '账'
            : TraditionalCharacters.Simplify(char.ToLowerInvariant(Normaliser.HalfWidth(c)));
    }

    // Four numerals and more in a row, none of them ten or hundred, are read out one by one: 一三九零零一三八零零零.
    private static void ReadNumerals(List<char> folded)
    {
        for (var i = 0; i < folded.Count; i++)
        {
            var end = i;
            while (end < folded.Count && Numerals.Contains(folded[end], StringComparison.Ordinal))
            {
                end++;
            }

            for (var at = i; end - i >= ShortestNumeral && at < end; at++)
            {
                folded[at] = NumeralDigits[Numerals.IndexOf(folded[at], StringComparison.Ordinal)];
            }

            i = end;
        }
    }

    // Every shape of Masks.
    [GeneratedRegex(
        @"\*{4,} \*{4} \*{4} [0-9]{4}(?![0-9])|(\+[0-9]{1,3}-)?\*{7,}[0-9]{4}(?![0-9])|(\+[0-9]{1,3}-(?=\*{11}))?\*{6,}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Mask();
}
