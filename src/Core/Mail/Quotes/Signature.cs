using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Takes off what stands below a person's words in every mail of theirs.</summary>
internal static partial class Signature
{
    // A signature is short; a longer text after "--" is somebody's way to draw a line.
    private const int MostLines = 15;
    private const int MostLinesBelowRule = 6;
    private const int LongestLineBelowRule = 80;

    /// <summary>Takes off devices' lines, the signature below a mark, and a farewell with a name.</summary>
    public static void Cut(List<string> lines)
    {
        CutDevices(lines);
        lines.RemoveRange(SignatureLine.EndBeforeRules(lines), lines.Count - SignatureLine.EndBeforeRules(lines));
        Disclaimer.Cut(lines);
        CutBelowMark(lines);
        CutFarewell(lines);
    }

    private static void CutDevices(List<string> lines)
    {
        List<string> kept = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (!SignatureLine.IsDevice(lines[i]))
            {
                kept.Add(lines[i]);
            }
            else if (CardAbove(kept) is var card and >= 0)
            {
                kept.RemoveRange(card, kept.Count - card);
            }
            else if (kept.Count > 2 && Signatory.IsName(kept[^1]) && string.IsNullOrWhiteSpace(kept[^2]))
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        lines.Clear();
        lines.AddRange(kept);
    }

    // NetEase's mail client draws a card of bars above its line: "| |", a name, "|", an address, "|".
    private static int CardAbove(List<string> kept)
    {
        var start = kept.Count;
        while (start > 0 && kept.Count - start < MostLines && !string.IsNullOrWhiteSpace(kept[start - 1]))
        {
            start--;
        }

        return start < kept.Count - 1 && IsBars(kept[start]) && IsBars(kept[^1]) ? start : -1;
    }

    private static bool IsBars(string line) => line.Contains('|', StringComparison.Ordinal) && line.AsSpan().IndexOfAnyExcept("| \t") < 0;

    private static void CutBelowMark(List<string> lines)
    {
        var mark = lines.FindLastIndex(SignatureLine.IsMark);
        if (mark > 0
            && lines.Take(mark).Any(l => !string.IsNullOrWhiteSpace(l))
            && IsSignature(lines, mark, [.. lines.Skip(mark + 1).Where(l => !string.IsNullOrWhiteSpace(l))]))
        {
            lines.RemoveRange(mark, lines.Count - mark);
        }
    }

    // "--" is the standard's mark; a rule is drawn for other ends too, so that the lines below must look like a signature's.
    private static bool IsSignature(List<string> lines, int mark, string[] below) =>
        SignatureLine.IsStandardMark(lines[mark])
            ? below.Length <= MostLines && (lines[mark].Length > 2 || !below.Any(IsMatter))
            : below.Length <= (below.Count(Signatory.IsContact) > 2 ? MostLines : MostLinesBelowRule)
              && below.Length > 0
              && (Signatory.IsName(below[0]) || below.Any(Signatory.IsContact))
              && !lines.Take(mark).Any(SignatureLine.IsMark)
              && lines.Take(mark).Last(l => !string.IsNullOrWhiteSpace(l)).TrimEnd() is not [.., ':' or '：']
              && below.All(l => l.Length <= LongestLineBelowRule && !IsMatter(l) && l.TrimEnd() is not [.., '?' or '!' or '.' or '。' or '？' or '！' or '，' or ':' or '：']);

    private static bool IsMatter(string line) => Matter().IsMatch(line);

    // A question, an order, a sum: what a mail is about.
    [GeneratedRegex(@"[?？]\s*$|\b(order|refund|payment|amount|transaction|invoice)\b|订单|退款|金额|到账|扣款|转账|交易|充值|提现|付款|[0-9]\s?(元|块|yuan|rmb|cny|usd|eur)|[$€£¥￥]\s?[0-9]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Matter();

    private static void CutFarewell(List<string> lines)
    {
        var last = lines.FindLastIndex(l => !string.IsNullOrWhiteSpace(l));
        var start = last > 1 && SignatureLine.IsDashedName(lines[last]) && string.IsNullOrWhiteSpace(lines[last - 1])
            ? last
            : Farewell.StartIn(lines);
        lines.RemoveRange(start, lines.Count - start);
    }
}
