using System.Globalization;
using System.Text;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Groups of digits with single separators between them, as people write long numbers, in any script's digits.</summary>
internal static class DigitRuns
{
    /// <summary>The text with each run replaced by what the function gives; null leaves it.</summary>
    public static string Replace(string text, Func<string, IReadOnlyList<DigitGroup>, IReadOnlyList<Replacement>> replace)
    {
        StringBuilder? changed = null;
        var copied = 0;
        foreach (var run in Find(text))
        {
            foreach (var replacement in replace(text, run))
            {
                changed ??= new StringBuilder(text.Length);
                changed.Append(text, copied, replacement.Start - copied).Append(replacement.Text);
                copied = replacement.End;
            }
        }

        return changed?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static IEnumerable<IReadOnlyList<DigitGroup>> Find(string text)
    {
        List<DigitGroup> run = [];
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsDigit(text[i]))
            {
                i++;
            }

            if (run.Count > 0 && !(start - run[^1].End == 1 && IsSeparator(text[start - 1])))
            {
                yield return run;
                run = [];
            }

            run.Add(new DigitGroup(start, i, Digits(text, start, i)));
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string Digits(string text, int start, int end) =>
        string.Create(end - start, (text, start), (digits, source) =>
        {
            for (var i = 0; i < digits.Length; i++)
            {
                digits[i] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(source.text[source.start + i]));
            }
        });

    private static bool IsSeparator(char c) => c is ' ' or '-' or '\u00A0' or '\u3000' or '\u2013' or '\u2010' or '\u2011' or '·' or '－' or '_' or '\t';
}

/// <summary>One group of a run: where it stands, and its digits as ASCII.</summary>
internal sealed record DigitGroup(int Start, int End, string Digits);

/// <summary>What a stretch of text becomes.</summary>
internal sealed record Replacement(int Start, int End, string Text);
