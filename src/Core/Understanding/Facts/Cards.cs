using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the last four digits of a card: what redaction left of it, or what the writer gave no more of.</summary>
internal static partial class Cards
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Digits = "(?<digits>[0-9]{4}|[零〇一二三四五六七八九]{4})(?![0-9零〇一二三四五六七八九]|[.,:/-][0-9]|[-/][a-z]|年|元|块|位)";
    private const string Bank =
        "(?:卡|银行|信用社|信用联社|农信|农商行?|储蓄所?|工行|农行|中行|建行|交行|招行|浦发|民生|光大|兴业|平安|华夏|广发|中信|邮储|邮局|邮政|恒生|汇丰|渣打|中银|国泰世华|台新|玉山|富邦|农会|徽商|宁波|杭州|北京|上海|[一-龥]{2}银行|账户|户头|户口|折子|存折)";

    /// <summary>The last four digits, as digits; null when there are none.</summary>
    public static Found? Find(FactText text) =>
        First(text, Redacted()) ?? First(text, Ending()) ?? First(text, BesideBank()) ?? First(text, Bracketed()) ?? First(text, BareEnding());

    /// <summary>Everything that looks like the last digits of a card or another number.</summary>
    public static IEnumerable<TextSpan> Places(FactText text) =>
        ((Regex[])[Redacted(), Ending(), BesideBank(), Bracketed(), BareEnding(), Masked()]).SelectMany(p => p.Matches(text.Folded))
            .Select(m => new TextSpan(m.Groups["digits"].Index, m.Groups["digits"].Length));

    private static Found? First(FactText text, Regex pattern) =>
        pattern.Matches(text.Folded)
            .Where(m => !OfSomethingElse().IsMatch(text.Before(m.Groups["digits"].Index, 18)) && !IsYear(m))
            .Select(m => m.Groups["digits"])
            .Select(g => new Found(string.Concat(g.Value.Select(AsciiDigit)), new TextSpan(g.Index, g.Length)))
            .FirstOrDefault();

    // "(2024)" is a year unless a word for a card or its end stands right before it.
    private static bool IsYear(Match match) =>
        match.Groups["weak"].Success && match.Groups["digits"].Value is ['2', '0', >= '0' and <= '3', _] or ['1', '9', ..];

    private static char AsciiDigit(char c) => char.IsAsciiDigit(c) ? c : (char)('0' + ChineseNumber.Digit(c));

    [GeneratedRegex(@"\*{4} \*{4} \*{4} (?<digits>[0-9]{4})(?![0-9])", Options, 1000)]
    private static partial Regex Redacted();

    [GeneratedRegex(@"\*{4,7}(?<digits>[0-9]{4})(?![0-9])", Options, 1000)]
    private static partial Regex Masked();

    // A word for the end beside the digits: 尾号 2974, 后头四个数2974, ends 3018, last 4 = 0914.
    [GeneratedRegex(
        "(?:尾[号数码]|卡尾|尾巴|末[四4][位码]|尾[四4][位码]|[后末最]后?[四4][位码个]|后[面边头]?(?:那|的)?(?:四|4)(?:位|个|码)|[后最]后?(?:四|4)个?(?:位|数字?|码)|背面(?:四个)?数字?|后[头边面](?=(?:是|为)?\\s?[0-9]{4}(?![0-9年月块元]))|(?<=[（(,，、：: ]|[行卡户张局社会])尾(?=\\s?[0-9]{4}))"
        + "(?:数字?|号码?|码)?\\s?(?:是|为|:|：|=|（|\\(|叫|就是|的是)?\\s?" + Digits
        + "|(?<![a-z])(?:end(?:s|ing|ed)?(?: in| with| on)?|last (?:four|4|digits)(?: digits| numbers?)?|final four(?: digits)?|tail|suffix)(?: of (?:the |my )?(?:card|account))?(?: are| is| were|:| =|=)?[ :(\"']{0,2}" + Digits
        + "|(?:\\.{2,4}|…|[•·]{2,}|x{2,}|-)(?<=[\\s(（][.…•·x-]{1,12})" + Digits + "(?=[)）\\s,.;])",
        Options, 1000)]
    private static partial Regex Ending();

    // The name of a bank or the word card right before the digits: 工行1226, 浦发卡（2257）, 卡是民生的，6433, my Revolut card (1195).
    [GeneratedRegex(
        Bank + "(?:卡|银行|的?卡|储蓄卡|信用卡|借记卡|工资卡|香港|那张|这张|的|账户|户头)*[\\s,，:：(（]{0,2}(?:是|为)?\\s?" + Digits + "(?!\\s?(?:[万千个多]|港币|美元|日|号|月))"
        + "|(?<![a-z])(?:(?:debit|credit|bank|prepaid) )?(?:card|account|visa|mastercard|amex|maestro|unionpay|plastic)(?: number| no\\.?)?[ ,]?\\(?#?" + Digits + "(?=[)\\s,.;?!]|$)",
        Options, 1000)]
    private static partial Regex BesideBank();

    // In brackets behind a name: the Halifax one (0667), DBS (4471), credit union (4038).
    [GeneratedRegex("(?<weak>[a-z一-龥] ?[（(])" + Digits + "(?=[)）])", Options, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?:尾号|ending (?:in|with)|last (?:four|4) digits(?: are| is|:)?)[^0-9\\n]{0,4}" + Digits, Options, 1000)]
    private static partial Regex BareEnding();

    [GeneratedRegex(
        "(?:手机|电话|号码|门号|手机卡|sim卡?|phone|mobile|number|landline|工号|员工|客服|坐席|单号?|单子|流水号?|订单号?|编号|身份证|车牌|房|楼|前四位|热线|广告|order|ref(?:erence)?|receipt|agent|staff|employee|extension|ext|异常|错误|代码|报错|error|code|room|flat|id|call(?:ed|er)?|my number|是的?单子)[^0-9。，,\\n]{0,10}$",
        Options, 1000)]
    private static partial Regex OfSomethingElse();
}
