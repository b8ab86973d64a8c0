using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Lines by which mail programs introduce the mail that is answered.</summary>
internal static partial class QuoteIntroduction
{
    private const int LongestLine = 300;
    private const int WrappedLines = 3;
    private const int HeaderLines = 6;

    /// <summary>How many lines an introduction that begins at that line has; 0 when none begins there.</summary>
    public static int LengthAt(string[] lines, int index)
    {
        var line = lines[index];
        if (line.Length is 0 or > LongestLine)
        {
            return 0;
        }

        if (Separator().IsMatch(line) || IsRuleBeforeHeaders(lines, index))
        {
            return 1;
        }

        return HeaderBlock(lines, index) is var block and > 0 ? block : Attribution(lines, index);
    }

    // "On Fri, 1 May 2026 at 10:00, Li Lei <li@example.com> wrote:", often wrapped over two lines or three.
    private static int Attribution(string[] lines, int index)
    {
        var joined = lines[index].Trim();
        for (var length = 1; length <= WrappedLines; length++)
        {
            if (joined is [.., ':' or '：'] && AttributionEnd().IsMatch(joined))
            {
                return AttributionProof().IsMatch(joined) && (length == 1 || WrappedStart().IsMatch(joined)) ? length : 0;
            }

            if (index + length >= lines.Length || lines[index + length].Length is 0 or > LongestLine)
            {
                return 0;
            }

            joined += " " + lines[index + length].Trim();
        }

        return 0;
    }

    // Outlook, Foxmail and QQ Mail write the answered mail's header fields above it. People write "From:" and "To:" about
    // transfers as well, so that a subject or a mail address has to be among them.
    private static int HeaderBlock(string[] lines, int index)
    {
        if (lines[index].AsSpan().IndexOfAny(':', '：') < 0 || !FirstField().IsMatch(lines[index]))
        {
            return 0;
        }

        int fields = 1, length = 1;
        var isMail = lines[index].Contains('@', StringComparison.Ordinal);
        while (length < HeaderLines && index + length < lines.Length)
        {
            var line = lines[index + length];
            if (line.Length <= LongestLine && FurtherField().IsMatch(line))
            {
                fields++;
                isMail |= SubjectField().IsMatch(line);
            }
            else if (!string.IsNullOrWhiteSpace(line) && fields >= 2)
            {
                break;
            }

            length++;
        }

        return isMail && fields >= 2 ? length : 0;
    }

    private static bool IsRuleBeforeHeaders(string[] lines, int index) =>
        index + 1 < lines.Length
        && Rule().IsMatch(lines[index])
        && Enumerable.Range(index + 1, Math.Min(2, lines.Length - index - 1)).Any(i => lines[i].Length <= LongestLine && HeaderBlock(lines, i) > 0);

    [GeneratedRegex(
        @"^\s*-{2,40}\s*(original (message|email|mail|appointment)|original|reply message|原始邮件|原始郵件|原邮件|原始信件|回复的原邮件|回复邮件|ursprüngliche nachricht|message d'origine|mensaje original)\s*-{2,40}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(wrote|writes|写道|寫道|写到|寫到)\s?[:：]\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttributionEnd();

    // A date, a time or an address: without one of them, "and then he wrote:" is a person's sentence.
    [GeneratedRegex(
        @"[0-9]{4}\s?[-/.年]|[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}|[0-9]{1,2}月[0-9]{1,2}|@[a-z0-9-]{1,63}\.|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? [0-9]{1,2}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex AttributionProof();

    [GeneratedRegex(
        @"^(on (mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[0-9])|at [0-9]{2}|(在|于|於)\s?[0-9]{4}|[0-9]{4}\s?[-/.年]|[^。！？!?]{1,80}<[^<>\s]{3,100}>\s*(于|於|在|,|，)?)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex WrappedStart();

    [GeneratedRegex(
        @"^\s*\*{0,2}(from|发件人|寄件者|寄件人|發件人|de|von)\s*\*{0,2}\s?[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FirstField();

    [GeneratedRegex(
        @"^\s*\*{0,2}(sent|date|to|cc|subject|发送时间|发送日期|发件时间|日期|时间|收件人|抄送|主题|發送時間|寄件日期|收件者|副本|主旨|傳送時間|envoyé|à|objet|gesendet|an|betreff)\s*\*{0,2}\s?[:：]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FurtherField();

    [GeneratedRegex(@"^\s*\*{0,2}(subject|主题|主旨|objet|betreff)\s*\*{0,2}\s?[:：]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubjectField();

    [GeneratedRegex(@"^\s*[_=-]{10,100}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();
}
