using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>The farewell at a letter's end with the name below it.</summary>
/// <remarks>"谢谢" is none: below it stands "在线等" as often as a name.</remarks>
internal static partial class Farewell
{
    private const int Longest = 60;
    private const int MostFacts = 7;

    // Where no comma follows, these are often all that somebody says.
    private static readonly FrozenSet<string> Everyday = Set(
        "thanks|many thanks|kind thanks|warm thanks|thanks a lot|thanks so much|thanks again|thanks in advance|many thanks in advance|thank you|thank you very much|thank you so much|thank you in advance|best|cheers");

    private static readonly FrozenSet<string> Formal = Set(
        "regards|best regards|kind regards|warm regards|warmest regards|many regards|with best regards|with kind regards|with warm regards|thanks and regards|thanks and best regards|thanks and kind regards|many thanks and regards|many thanks and kind regards|thanks & regards|best wishes|with best wishes|kindest regards|sincerely|yours sincerely|sincerely yours|very sincerely|faithfully|yours faithfully|yours truly|truly yours|respectfully|respectfully yours"
        + "|mit freundlichen grüßen|mit freundlichen gruessen|mit freundlichem gruß|mit besten grüßen|mit herzlichen grüßen|mit lieben grüßen|viele grüße|beste grüße|liebe grüße|freundliche grüße|herzliche grüße|freundliche grüsse|beste grüsse|mfg"
        + "|cordialement|bien cordialement|bien à vous|salutations|salutations distinguées|saludos|un saludo|saludos cordiales|un cordial saludo|atentamente|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|com os melhores cumprimentos|met vriendelijke groet|met vriendelijke groeten"
        + "|с уважением|z poważaniem|pozdrawiam|med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|med venlig hilsen|ystävällisin terveisin|saygılarımla|trân trọng|敬具"
        + "|此致敬礼|此致，敬礼|此致 敬礼|敬礼|敬禮|此致敬禮|祝好|商祺|顺祝商祺|順祝商祺|顺颂商祺|順頌商祺|顺颂时祺|順頌時祺|顺颂春祺|顺颂夏祺|顺颂秋祺|顺颂冬祺|祝工作顺利|祝工作愉快|祝生活愉快|祝身体健康|祝万事如意|祝一切顺利|祝您工作顺利|祝您工作愉快|祝您生活愉快|祝您身体健康|祝您万事如意|祝您一切顺利|敬上|谨启");

    /// <summary>The first line of a farewell at the end; the number of lines when there is none. One without words above it is none.</summary>
    public static int StartIn(List<string> lines)
    {
        var at = lines.FindLastIndex(IsFarewell);
        if (at < 1)
        {
            return lines.Count;
        }

        var below = lines.Skip(at + 1).Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        var start = at > 1 && SecondHalf().IsMatch(lines[at]) && FirstHalf().IsMatch(lines[at - 1]) ? at - 1 : at;
        return IsSigned(below) && lines.Take(start).Any(l => !string.IsNullOrWhiteSpace(l)) ? start : lines.Count;
    }

    private static bool IsFarewell(string line)
    {
        var text = line.Trim();
        var words = text.TrimEnd(" ,.!，。！~～".ToCharArray());
        return text.Length is > 1 and <= Longest
            && (Formal.Contains(words) || (text[^1] is ',' or '!' or '，' && Everyday.Contains(words)));
    }

    private static bool IsSigned(List<string> below) =>
        below.Count is > 0 and <= MostFacts
        && Signatory.IsName(below[0])
        && below.Skip(1).All(l => Signatory.IsContact(l) || Signatory.IsName(l) || Signatory.IsTitle(l));

    private static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*此致\s*[,，:：。]?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstHalf();

    [GeneratedRegex(@"^\s*(敬礼|敬禮)\s*[!！。]?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecondHalf();
}
