using System.Collections.Frozen;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Signs and words of currencies, in the one spelling of <see cref="FactText"/>.</summary>
internal static class Currencies
{
    /// <summary>What stands before an amount, as a pattern.</summary>
    public const string Before =
        "(?<![a-z])(?:hk\\$|us\\$|nt\\$|sg\\$|au\\$|ca\\$|nz\\$|mop\\$|s\\$|a\\$|c\\$|cn¥|rmb|usd|rs\\.?|rm|r(?=[0-9]{1,3}[ ,][0-9]{3})|" + Codes + ")|[¥￥$€£₹₩฿₱₦]"
        + "|人民币|港币|港元|美元|美金|欧元|英镑|日元|新?台币|澳币|澳元|加币|加元|新币";

    /// <summary>What stands behind an amount, as a pattern.</summary>
    public const string After =
        "(?:块钱?|元|圆|块|人民币|美元|美金|刀(?!具)|港币|港元|港纸|蚊|欧元?(?!洲)|英镑|镑|新?台币|澳门元|澳门币|澳币|澳元|澳纽|加币|加元|纽币|新币|新元|坡币|日元|日圆|韩元|韩币|泰铢|铢|卢布|瑞郎|马币|令吉|林吉特"
        + "|rmb|(?:us |hong kong |hk |canadian |australian |aussie |nz |new zealand |singapore |sing )?dollars?(?: us| canadian| nz| australian| hk| sg)?|bucks?|yuan|kuai|euros?|pounds?|quid|francs?"
        + "|rand|ringgit|rupees?|yen|won|baht|naira|pesos?|dirhams?|zlot(?:y|ys|ych)|kron(?:or|er|a)|(?:us|hk|nt|nz|au|ca)\\$|" + Codes + "|[€£¥￥$])(?![a-z])";

    /// <summary>A code that names the currency of a plain sign, as in "$900 AUD".</summary>
    public const string Codes =
        "cny|usd|hkd|eur|gbp|sgd|twd|ntd|mop|jpy|aud|cad|nzd|chf|inr|zar|aed|sek|nok|dkk|pln|krw|thb|myr|php|vnd|idr|czk|huf|ils|brl|mxn|sar";

    private static readonly FrozenDictionary<string, string> Known = (
        "¥ CNY|￥ CNY|rmb CNY|元 CNY|圆 CNY|块 CNY|块钱 CNY|人民币 CNY|yuan CNY|kuai CNY|cn¥ CNY|ntd TWD|"
        + "$ USD|us$ USD|dollar USD|dollars USD|us dollar USD|us dollars USD|dollars us USD|buck USD|bucks USD|美元 USD|美金 USD|刀 USD|"
        + "hk$ HKD|港币 HKD|港元 HKD|港纸 HKD|蚊 HKD|hk dollars HKD|hong kong dollars HKD|dollars hk HKD|"
        + "€ EUR|euro EUR|euros EUR|欧元 EUR|欧 EUR|£ GBP|pound GBP|pounds GBP|quid GBP|英镑 GBP|镑 GBP|"
        + "s$ SGD|sg$ SGD|新币 SGD|新元 SGD|坡币 SGD|singapore dollars SGD|sing dollars SGD|dollars sg SGD|nt$ TWD|台币 TWD|新台币 TWD|mop$ MOP|澳门元 MOP|澳门币 MOP|"
        + "yen JPY|日元 JPY|日圆 JPY|a$ AUD|au$ AUD|澳币 AUD|澳元 AUD|australian dollars AUD|aussie dollars AUD|dollars australian AUD|"
        + "c$ CAD|ca$ CAD|加币 CAD|加元 CAD|canadian dollars CAD|dollars canadian CAD|nz$ NZD|纽币 NZD|澳纽 NZD|nz dollars NZD|dollars nz NZD|new zealand dollars NZD|"
        + "won KRW|韩元 KRW|韩币 KRW|₩ KRW|baht THB|泰铢 THB|铢 THB|฿ THB|rm MYR|ringgit MYR|马币 MYR|令吉 MYR|林吉特 MYR|"
        + "rs INR|rs. INR|rupee INR|rupees INR|₹ INR|rand ZAR|r ZAR|dirham AED|dirhams AED|franc CHF|francs CHF|瑞郎 CHF|zloty PLN|zlotys PLN|zlotych PLN|"
        + "peso PHP|pesos PHP|₱ PHP|₦ NGN|naira NGN|卢布 RUB|kronor SEK|krona SEK|kroner NOK")
        .Split('|').Select(p => (Word: p[..p.LastIndexOf(' ')], Code: p[(p.LastIndexOf(' ') + 1)..]))
        .Concat(Codes.Split('|').Where(c => c != "ntd").Select(c => (Word: c, Code: c.ToUpperInvariant())))
        .ToFrozenDictionary(p => p.Word, p => p.Code);

    /// <summary>The ISO 4217 code of a sign or word; null when none is known.</summary>
    public static string? Code(string word) => Known.GetValueOrDefault(word);
}
