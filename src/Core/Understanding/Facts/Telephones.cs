using System.Text.RegularExpressions;
using Mailroom.Core.Understanding.Redaction;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the telephone of the account: what redaction left of it, or what the writer gave no more of.</summary>
internal static partial class Telephones
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Context = 24;

    /// <summary>The number but for its last four digits hidden; null when there is none.</summary>
    public static Found? Find(FactText text) =>
        Redacted().Matches(text.Folded)
            .Select(m => (Match: m, Score: Score(text, m)))
            .OrderByDescending(m => m.Score)
            .ThenBy(m => m.Match.Index)
            .Select(m => new Found(m.Match.Value, new TextSpan(m.Match.Index, m.Match.Length)))
            .FirstOrDefault()
        ?? Ending().Matches(text.Folded).Select(m => m.Groups["digits"])
            .Select(g => new Found(Masks.Phone + g.Value, new TextSpan(g.Index, g.Length))).FirstOrDefault();

    /// <summary>Where telephones stand.</summary>
    public static IEnumerable<TextSpan> Places(FactText text) =>
        Redacted().Matches(text.Folded).Select(m => new TextSpan(m.Index, m.Length));

    // The account's own, not a caller's, a payee's or one that was given up.
    private static int Score(FactText text, Match match)
    {
        var before = text.Before(match.Index, Context);
        return (Strange().IsMatch(before) ? -3 : 0) + (Given().IsMatch(before) ? -2 : 0) + (Own().IsMatch(before) ? 1 : 0);
    }

    [GeneratedRegex(@"(?<![*0-9] ?)\*{7}([0-9]{4}|\*{4})(?![0-9*])", Options, 1000)]
    private static partial Regex Redacted();

    [GeneratedRegex("(?:手机|电话|门号|phone|mobile)[^0-9\\n]{0,12}(?:尾[号数码]|末四[位码]|后四位|ending(?: in| with)?|last four(?: digits)?|ends(?: in| with)?)[^0-9\\n]{0,6}(?<digits>[0-9]{4})(?![0-9])", Options, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex("(?:骗子|对方|他|她|来电|打来|自称|客服|陌生|给儿子|给女儿|给[我他她]|充值|称是|from|called me|caller|stranger|their number|his number was|scammer|calling from)[^。,，.]{0,12}$", Options, 1000)]
    private static partial Regex Strange();

    [GeneratedRegex("(?:旧号?|老号|原来|以前|原号|注销|不用了|old (?:number|phone|mobile|one)?|previous|former|used to be|no longer)[^。,，.]{0,10}$", Options, 1000)]
    private static partial Regex Given();

    [GeneratedRegex("(?:我|本人|新号|绑定|注册|登录|登记|账户|账号|手机|号码|my|mine|registered|account|on file|new|reach me|call me)[^。,，.]{0,10}$", Options, 1000)]
    private static partial Regex Own();
}
