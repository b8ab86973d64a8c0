using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Knows numbers that are no secrets by what stands around them: orders, parcels, amounts, versions.</summary>
internal static partial class OtherNumbers
{
    private const int Window = 28;
    private const int LongestWord = 12;

    private static readonly string[] SecretWords =
    [
        "card", "no", "number", "visa", "mastercard", "amex", "unionpay", "pan", "jcb", "maestro",
        "tel", "phone", "mobile", "cell", "call", "whatsapp", "wechat", "on", "at", "is", "id",
    ];

    /// <summary>True when what is called so just before that place is an order, a parcel, an error or the like.</summary>
    public static bool IsCalledOther(string text, int start) => Label().IsMatch(text[Math.Max(0, start - Window)..start]);

    /// <summary>True when what stands between a label and a number tells that the number is something else.</summary>
    public static bool Interrupts(string between) => OtherMatter().IsMatch(between);

    /// <summary>True when the clause before that place speaks of errors, offers or scanning: its code is no secret.</summary>
    public static bool IsOfOtherCode(string text, int start) => OtherCode().IsMatch(text[Math.Max(0, start - Window)..start]);

    /// <summary>True for "txn4200001234567895", an order number whatever its check digit says; "card4111..." is a card.</summary>
    public static bool FollowsLetters(string text, int start)
    {
        var word = start;
        while (word > 0 && char.IsAsciiLetter(text[word - 1]) && start - word < LongestWord)
        {
            word--;
        }

        return word < start && !SecretWords.Contains(text[word..start], StringComparer.Ordinal);
    }

    /// <summary>True when a currency stands before that place.</summary>
    public static bool IsAmountAt(string text, int start) => Currency().IsMatch(text[Math.Max(0, start - 5)..start]);

    /// <summary>True when decimals or a unit follow that place.</summary>
    public static bool GoesOnAsDecimal(string text, int end) => Unit().IsMatch(text[end..Math.Min(text.Length, end + LongestWord)]);

    /// <summary>True for a date at the beginning of a number: 2026-11-15, 20261115.</summary>
    public static bool IsDate(string number) => Date().IsMatch(number);

    [GeneratedRegex(
        @"(订单|单号|流水|交易号|编号|参考|凭证|批次|发票|运单|快递|商户号|终端|条码|追踪|税号|学号|积分|工单|受理|回执|合同|票号|航班|错误码|代码|授权号|券码|核销|取餐|取件|兑换码|二维码|账单|单据|收据|设备号|机构号|会员号|qq|(?<![a-z])(orders?|transaction|txn|trx|trans|reference|ref|receipt|invoice|tracking|merchant|terminal|barcode|isbn|ean|imei|serial|batch|case|ticket|user no|model|part|queue|points|parcel|auth|error code|statement|booking|confirmation|trace|arn|rrn|stan|coupon|voucher|gift card|member|membership|policy))(?![a-z])[^0-9,;。!?\n\uFFFA\uFFFB]{0,12}(?<!卡|card|手机|电话|phone|visa)(?<!(卡|card|手机|电话|phone|visa)[^0-9a-z]{0,4})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"单|流水|编号|错误|代码|金额|余额|版本|积分|电话|邮编|手机|机型|系统|order|error|transaction|ticket|case|ref|invoice|amount|version|zip|post|phone|receipt|tracking|city",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex OtherMatter();

    [GeneratedRegex(@"(error|错误|qr|promo|status|coupon|scan)[^,;。!?\n]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherCode();

    [GeneratedRegex(@"([$€£¥]|(?<![a-z])(rmb|usd|hkd|cny|eur|gbp|krw|jpy)|人民币|港币) ?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^([.,][0-9]|\s?(元|块|万|円|圆|位用户|积分|yuan|rmb|usd|hkd|eur|yen|krw|vnd|twd|thb|sgd|myr|idr|php|dollars?|pounds?|points))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(19|20)[0-9]{2}(?<sep>[-/. ]?)(0?[1-9]|1[0-2])\k<sep>(0?[1-9]|[12][0-9]|3[01])(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();
}
