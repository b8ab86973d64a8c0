using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>An amount of money as a text names it.</summary>
/// <param name="Amount">Digits, with a point for decimals.</param>
/// <param name="Currency">ISO 4217 code; null when the text names none.</param>
internal sealed partial record Money(string Amount, string? Currency)
{
    private static readonly FrozenDictionary<string, string> Currencies = (
        "¥ CNY|￥ CNY|rmb CNY|cny CNY|元 CNY|圆 CNY|块 CNY|块钱 CNY|塊 CNY|人民币 CNY|人民幣 CNY|yuan CNY|kuai CNY|cn¥ CNY|"
        + "$ USD|us$ USD|usd USD|dollar USD|dollars USD|bucks USD|美元 USD|美金 USD|刀 USD|hk$ HKD|hkd HKD|港币 HKD|港幣 HKD|港元 HKD|港纸 HKD|蚊 HKD|"
        + "€ EUR|eur EUR|euro EUR|euros EUR|欧元 EUR|歐元 EUR|£ GBP|gbp GBP|pound GBP|pounds GBP|quid GBP|英镑 GBP|英鎊 GBP|s$ SGD|sgd SGD|新币 SGD|"
        + "nt$ TWD|twd TWD|新台币 TWD|mop MOP|澳门元 MOP|jpy JPY|yen JPY|日元 JPY|aud AUD|a$ AUD|cad CAD|c$ CAD|krw KRW|won KRW|thb THB|baht THB|泰铢 THB|myr MYR|rm MYR")
        .Split('|').Select(p => p.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1]);

    /// <summary>The first amount with a currency; else the first number that a word of paying stands before.</summary>
    public static Money? Find(string text) =>
        CurrencyFirst().Match(text) is var first && AmountFirst().Match(text) is var last && !first.Success && !last.Success
            ? Plain().Match(text) is { Success: true } plain ? Of(plain) : null
            : Of(!last.Success || (first.Success && first.Index < last.Index) ? first : last);

    private static Money? Of(Match match)
    {
        var written = string.Concat(match.Groups["amount"].Value.Where(c => c is not (',' or '，' or '\'')).Select(Words.Normaliser.HalfWidth));
        var isDecimal = decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        var number = isDecimal ? amount : ChineseNumber.Value(written);
        var unit = match.Groups["scale"].Value.ToLowerInvariant() switch
        {
            "万" or "萬" or "w" => 10_000m,
            "千" or "k" => 1_000m,
            "百" => 100m,
            _ => 1m,
        };
        var currency = match.Groups["currency"].Value.ToLowerInvariant();
        return number switch
        {
            null => null,
            _ when isDecimal && unit == 1m => new Money(written, Currencies.GetValueOrDefault(currency)),
            { } value => new Money((value * unit).ToString("0.##", CultureInfo.InvariantCulture), Currencies.GetValueOrDefault(currency)),
        };
    }

    [GeneratedRegex(
        @"(?<currency>(?<![a-z])(hk\$|us\$|nt\$|s\$|a\$|c\$|rmb|cny|usd|hkd|eur|gbp|sgd|twd|mop|jpy|aud|cad|krw|thb|myr|rm)|cn¥|[¥￥$€£]|人民币|港币|港幣|美元)\s?(?<amount>[0-9０-９]{1,3}([,，'][0-9]{3}){1,4}(\.[0-9]{1,2})?|[0-9０-９]{1,9}(\.[0-9]{1,2})?)\s?(?<scale>[万萬千k](?![a-z]))?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CurrencyFirst();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z.*])(?<amount>[0-9０-９]{1,3}([,，][0-9]{3}){1,4}(\.[0-9]{1,2})?|[0-9０-９]{1,9}(\.[0-9]{1,2})?|[一二两兩三四五六七八九十百千万萬零]{1,9})\s?(多|余|来)?(?<scale>[万萬千百wk])?(多|余|来)?(?<currency>元|圆|块钱?|塊|人民[币幣]|rmb|cny|yuan|kuai|usd|us dollars?|dollars?|bucks|美[元金]|刀(?!具)|hkd|港[币幣元纸]|蚊|eur(os?)?|[欧歐]元|€|gbp|pounds?|quid|英[镑鎊]|£|sgd|新币|twd|新台币|mop|澳门元|jpy|yen|日元|aud|cad|krw|thb|baht|泰铢|myr)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex AmountFirst();

    [GeneratedRegex(
        @"(转了?|转账|轉了|充了?|充值|提现|取了|付了?|支付|扣了?|花了|退款|金额(是|为)?|金額(是|为|為)?|存了|paid|pay|sent|send|transferred|transfer of|charged|withdrew|withdraw|topped up|refund of|amount( is| was|:)?|spent|deducted|sum of|losing|lost)[\s:：]{0,3}(?<amount>[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,2})?|[0-9]{2,8}(\.[0-9]{1,2})?)(?<scale>[万萬千k])?(?![0-9:：/年月日号个次天笔%,.-]|\s?(times|days|hours|minutes|weeks|am|pm))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Plain();
}
