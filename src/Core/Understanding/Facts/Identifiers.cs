using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds transaction, order and case numbers: by the word that stands before one, or by a form that nothing else has.</summary>
internal static partial class Identifiers
{
    private const int Most = 300;
    private const int Context = 28;
    private const int LongestId = 40;
    private const string Link = @"(?:[\s.:：#是为(（=＝""“「'—\-,，]|号|码|is |was |no\.? |number |id |code |says |reads |of |ref(?:erence)? |上|有|写着?|印着?|念){0,8}$";

    /// <summary>The transaction, order or reference number; a labelled one before one that only looks like one.</summary>
    public static Found? Transaction(FactText text)
    {
        var candidates = Candidates(text).ToList();
        var best = candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Found.Place.Start).Select(c => c.Found).FirstOrDefault();
        return best is null ? null : Twin(text, best, candidates.ConvertAll(c => c.Found)) ?? best;
    }

    /// <summary>Everything that looks like a number of a transaction or case.</summary>
    public static IEnumerable<TextSpan> Places(FactText text) =>
        Token().Matches(text.Folded).Take(Most).Select(m => new TextSpan(m.Index, m.Length)).Where(p => HasForm(text.At(p)))
            .Concat(Labelled().Matches(text.Folded).Take(Most).Select(m => new TextSpan(m.Groups["id"].Index, m.Groups["id"].Length)));

    /// <summary>The number of an earlier case or complaint.</summary>
    public static Found? Case(FactText text) =>
        CaseNumber().Matches(text.Folded).Take(Most).Select(m => m.Groups["id"])
            .Select(g => Trimmed(text, g.Index, g.Length))
            .FirstOrDefault(f => f.Value.Count(char.IsAsciiDigit) >= 4);

    // Of two numbers of one thing done twice, the second is the one too many.
    private static Found? Twin(FactText text, Found first, List<Found> all) =>
        all.Find(o => o.Place.Start > first.Place.End
            && o.Place.Length == first.Place.Length
            && And().IsMatch(text.Folded[first.Place.End..Math.Min(o.Place.Start, first.Place.End + 12)])
            && o.Place.Start - first.Place.End < 12
            && Twice().IsMatch(text.Folded));

    private static IEnumerable<(Found Found, double Score)> Candidates(FactText text) =>
        from match in Labelled().Matches(text.Folded).Take(Most).Select(m => m.Groups["id"])
            .Concat(Token().Matches(text.Folded).Take(Most).Select(m => (Group)m))
        let found = Trimmed(text, match.Index, match.Length)
        where found.Place.Length is > 0 and <= LongestId && !found.Value.StartsWith("MR-", StringComparison.OrdinalIgnoreCase)
        let score = Score(text, found)
        where score > 0
        select (found, score);

    private static Found Trimmed(FactText text, int start, int length)
    {
        while (length > 0 && text.Folded[start + length - 1] is '-' or '_' or ' ' or '.')
        {
            length--;
        }

        var place = new TextSpan(start, length);
        return new(text.At(place), place);
    }

    private static double Score(FactText text, Found found)
    {
        var before = text.Before(found.Place.Start, Context);
        var digits = found.Value.Count(char.IsAsciiDigit);
        return NotBefore().IsMatch(before) || digits < 3 || Other().IsMatch(found.Value)
            ? 0
            : Label().IsMatch(before) && digits >= (IsPlain(found.Value) ? 5 : 3)
                ? 6 + (digits * 0.05)
                : WeakLabel().IsMatch(before) && digits >= (IsPlain(found.Value) ? 8 : 4)
                    ? 5 + (digits * 0.05)
                    : HasForm(found.Value) ? 3 + (digits * 0.05) : 0;
    }

    private static bool IsPlain(string value) => !value.Any(char.IsAsciiLetter) && !value.Contains('-', StringComparison.Ordinal);

    // Capitals and digits with hyphens, capitals with many digits, or more digits than a telephone has.
    private static bool HasForm(string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        var letters = value.Count(char.IsAsciiLetter);
        var hyphens = value.Count(c => c is '-' or '_');
        return !Other().IsMatch(value) && (letters, hyphens) switch
        {
            (0, 0) => digits is >= 12 and <= 34,
            (0, _) => digits >= 8 && hyphens >= 2,
            _ when !value.Any(char.IsAsciiLetterUpper) => digits >= 6,
            (_, 0) => digits >= 5,
            (1, 1) => digits >= 5,
            _ => digits >= 3 && letters <= 12,
        };
    }

    [GeneratedRegex(@"(?<![a-z0-9*@./_$£€¥-])(?=[a-z_-]{0,12}[0-9])[a-z0-9]{1,34}(?:[-_][a-z0-9]{1,24}){0,6}(?![a-z0-9@*%]|[.:/][a-z0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    // In groups of three and more digits, as slips print them: 0093 8817 2206.
    [GeneratedRegex(
        @"(?:单号|编号|流水号?|序号|交易号|订单号?|凭证号?|回执号?|收据号?|参考号?|arn|reference|ref\.?|transaction(?: id| no\.?| number)?|order(?: id| no\.?| number)?|receipt(?: no\.?| number)?|utr|trace(?: no\.?| number)?)[\s:：#是为(（.]{0,4}(?:is |was |no\.? |number )?(?<id>[0-9]{3,6}(?: [0-9]{3,6}){1,5})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(?:单号?|编号|编码|单据号?|流水号?|流水|序号|交易号|凭证号?|凭据|回执号?|收据号?|参考号?|参考|账单号?|存款条|条子|小票号?|字号|票号|批次号?|结算号|订单号|[这那上]?一?串(?:是|数字)?|的?号码?|号是|尾巴号?是?|ref(?:erence)?s?\.?|\bids?|\bnos?\.?|numbers?|txn|trn|trx|utr|arn|tid|rrn|receipt|invoice|slip|confirmation|quote|quoting)"
        + Link,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"(?:订单|交易|账单|代码|例子一笔|第一笔|这笔|那笔|首笔|\borders?|booking|transaction|transfer|payment|withdrawal|refund|batch|item|approved|stamp says|stamped|trace|code|under|against|first one|purchase)"
        + Link,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeakLabel();

    // Numbers of something else: telephones, cards, devices, errors, parcels, cases, people.
    [GeneratedRegex(
        @"(?:手机号?码?|电话号?码?|联系方式|门号|客服热线|热线|卡号|银行卡|卡尾号?|尾[号数码]|后四位|末四[位码]|身份证号?码?|工号|学号|邮编|房号|群号|微信号?|qq号?|车牌号?|车次|航班号?|快递单?号?|运单号?|物流单?号?|设备号|型号|机型|序列号|返回异常|异常|错误代?码?|报错|错误|提示码?|版本号?|促销码|优惠码|邀请码|推荐码|券码|兑换码|验证码|账号|帐号|户号|"
        + @"投诉编?号?|工单编?号?|案件编?号?|案号|受理编?号|个案编?号|报警回执号?|立案号|phone|mobile|tel|telephone|whatsapp|card|card number|iban|account(?: number| no\.?)?|sort code|swift|error(?: code| no\.?| number)?|(?:fault|status) code|fault|model|samsung|galaxy|pixel|huawei|xiaomi|oppo|vivo|lenovo|nokia|sony|moto|version|build|flight|train|parcel|tracking(?: number| no\.?)?|postcode|zip|plate|promo(?: code)?|voucher(?: code)?|coupon(?: code)?|complaint|case|ticket|complaint[,:]? (?:ref|reference|number|no\.?)|case (?:ref|reference|number|no\.?|id)|ticket (?:ref|reference|number|no\.?|id))"
        + @"[\s.:：#是为(（=""“「\-—号码]{0,4}(?:is |was )?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotBefore();

    // Dates, telephones, versions, times, ordinals, amounts with units.
    [GeneratedRegex(
        @"^(?:(?:19|20)[0-9]{2}[-_/][0-9]{1,2}(?:[-_/][0-9]{1,2})?|(?:19|20)[0-9]{2}-(?:19|20)?[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-(?:19|20)?[0-9]{2}|[0-9]{3}-[0-9]{3}-[0-9]{4}|0[0-9]{1,4}-[0-9]{3,4}-?[0-9]{3,4}|1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}|[0-9]{1,3}(?:-[0-9]{1,3})?|[0-9]{1,6}(?:st|nd|rd|th|am|pm|k|w|mb|gb|g|kg|km|cm|mm|mah|hz|usd|eur|gbp|hkd|cny|rmb|fps|p|px|min|mins|hrs?|days?|x)|[a-z]+[-_]?[0-9]{1,2}|covid-?19|[0-9]{4}|(?:rmb|usd|hkd|eur|gbp|cny|sgd|twd|nt|rm|rs|chf|aud|cad|nzd|inr|jpy|pln|sek)[0-9]+|[0-9]+(?:-[0-9]+)?-(?:[a-z]{3,}-)*(?:day|days|hour|hours|minute|minutes|year|years|month|months|week|weeks|digit|digits|star|old|step)s?(?:-old)?)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"^\s?(?:和|及|与|跟|、|,|and|&|/|\+)\s?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"重复|两次|两遍|两笔|二次|twice|two times|double|duplicate|second", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Twice();

    [GeneratedRegex(
        @"(?:工单编?号?|案件编?号?|案号|投诉编?号?|受理编?号|个案编?号|\bcase|\bticket|\bcomplaint|your reference)[\s,]?(?:id|no|number|ref(?:erence)?|编号|号码|号)?[\s.:：#是为]{0,4}(?:is|was)?[\s:#(（]{0,3}(?<id>[a-z0-9][a-z0-9_-]{3,29})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaseNumber();
}
