using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>What companies, lists and scanners add below everybody's mail.</summary>
internal static partial class Disclaimer
{
    private const int LongestStart = 400;

    /// <summary>Takes off such paragraphs at the end, with the rule above them; never all of a text.</summary>
    public static void Cut(List<string> lines)
    {
        var end = SignatureLine.EndBeforeRules(lines);
        while (end > 0)
        {
            var start = StartOfParagraph(lines, end);
            var before = EndBefore(lines, start);
            if (before == 0 || !IsOne(lines, start, end))
            {
                return;
            }

            end = before;
            lines.RemoveRange(end, lines.Count - end);
        }
    }

    private static int StartOfParagraph(List<string> lines, int end)
    {
        var start = end - 1;
        while (start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1]) && !SignatureLine.IsMark(lines[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int EndBefore(List<string> lines, int start) => SignatureLine.EndBeforeRules(lines.GetRange(0, start));

    private static bool IsOne(List<string> lines, int start, int end)
    {
        var text = string.Join(' ', lines.GetRange(start, end - start)).Trim();
        return Start().IsMatch(text.Length > LongestStart ? text[..LongestStart] : text) && !Person().IsMatch(text);
    }

    // "This mail is confidential, my wife must not know" is somebody's own.
    [GeneratedRegex(@"\b(i|i'm|my|me)\b|我(?!(公司|司|行|方|单位))|[?？]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"^[\s*_""“【\[(（]{0,4}((confidentiality|legal|privacy) (notice|note|disclaimer|warning)\b|disclaimer\s?[:：]|this (e-?mail|message|communication|transmission)\b.{0,120}\b(confidential|privileged|intended (only|solely)|virus)|the (information|contents?) (contained )?(in|of) this (e-?mail|message|communication)\b.{0,160}\b(confidential|privileged|intended)|if you (are not|have received).{0,40}(intended recipient|in error)|(please )?consider the environment|(save paper|think before you print)|virus-free\b|diese (e-?mail|nachricht)\b.{0,120}\b(vertraulich|enthält)|ce (message|courriel|mail)\b.{0,120}\bconfidentiel|este (mensaje|correo)\b.{0,120}\bconfidencial|(重要)?(免责|保密|机密|法律|隐私)(声明|提示|条款)|(本|此)(电子)?(邮件|信件|郵件)(及其?|和|与|以及|連同)?(任何|所有)?(附件|附檔)?(中)?(的)?(内容|信息|資訊|所载|所含)?.{0,30}(保密|机密|機密|仅供|仅限|僅供|专供)|(请|請)(在打印|在列印|考虑|考慮).{0,16}(环境|環境|环保|環保)|保护环境.{0,12}打印)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Start();
}
