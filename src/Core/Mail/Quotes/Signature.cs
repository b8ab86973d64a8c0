namespace Mailroom.Core.Mail.Quotes;

/// <summary>Takes off what stands below a person's words in every mail of theirs.</summary>
internal static class Signature
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
            else if (kept.Count > 2 && SignatureLine.IsName(kept[^1]) && string.IsNullOrWhiteSpace(kept[^2]))
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        lines.Clear();
        lines.AddRange(kept);
    }

    private static void CutBelowMark(List<string> lines)
    {
        var mark = lines.FindLastIndex(SignatureLine.IsMark);
        if (mark > 0
            && lines.Take(mark).Any(l => !string.IsNullOrWhiteSpace(l))
            && IsSignature(lines[mark], [.. lines.Skip(mark + 1).Where(l => !string.IsNullOrWhiteSpace(l))]))
        {
            lines.RemoveRange(mark, lines.Count - mark);
        }
    }

    // "--" is the standard's mark; a rule is drawn for other ends too, so that the lines below must look like a signature's.
    private static bool IsSignature(string mark, string[] below) =>
        SignatureLine.IsStandardMark(mark)
            ? below.Length <= MostLines
            : below.Length <= MostLinesBelowRule
              && below.All(l => l.Length <= LongestLineBelowRule && l.TrimEnd() is not [.., '?' or '!' or '.' or '。' or '？' or '！' or '，' or ':' or '：']);

    private static void CutFarewell(List<string> lines)
    {
        var last = lines.FindLastIndex(l => !string.IsNullOrWhiteSpace(l));
        if (last > 1 && SignatureLine.IsDashedName(lines[last]) && string.IsNullOrWhiteSpace(lines[last - 1]))
        {
            lines.RemoveRange(last, lines.Count - last);
            return;
        }

        if (last < 2 || !SignatureLine.IsName(lines[last]))
        {
            return;
        }

        var farewell = lines.FindLastIndex(last - 1, l => !string.IsNullOrWhiteSpace(l));
        if (farewell > 0 && last - farewell <= 2 && SignatureLine.IsFarewell(lines[farewell])
            && lines.Take(farewell).Any(l => !string.IsNullOrWhiteSpace(l)))
        {
            lines.RemoveRange(farewell, lines.Count - farewell);
        }
    }
}
