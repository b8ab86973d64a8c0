using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds transaction, order and case numbers.</summary>
internal static partial class Identifiers
{
    /// <summary>The transaction, order or reference number; a labelled one before one that only looks like one.</summary>
    public static string? Transaction(string text) =>
        Value(Labelled().Matches(text)) ?? Value(Bare().Matches(text));

    /// <summary>The number of an earlier case or complaint.</summary>
    public static string? Case(string text) => Value(CaseNumber().Matches(text));

    private static string? Value(MatchCollection matches) =>
        matches.Select(m => m.Groups["id"].Value.Trim('-', '_', '.')).FirstOrDefault(id => id.Count(char.IsAsciiDigit) >= 4);

    [GeneratedRegex(
        @"(订单编?号|訂單編?號|交易编?号|交易編?號|交易单号|流水单?号|流水號|付款编?号|单号|單號|参考编?号|參考編?號|凭证号|转账编?号|退款编?号|订单|order|transaction|transfer|payment|trans|txn|trx|reference|ref|receipt|invoice|confirmation)\s?(id|no|number|num|code|ref(erence)?|编号|号码)?[\s.:：#是为＃]{0,4}(is|was)?[\s:#(（]{0,3}(?<id>(?!MR-)[A-Za-z0-9][A-Za-z0-9_-]{5,39})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9*_.@/-])(?<id>(?!MR-)([A-Z][A-Z0-9]{0,7}-?[0-9]{8,30}|[A-Z0-9]{1,6}-[0-9]{6,20}(-[0-9]{2,10})?|[0-9]{14,32}))(?![A-Za-z0-9@])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"(工单编?号?|工單編?號?|案件编?号?|案件編?號?|案号|投诉编?号|受理编?号|个案编?号|case|ticket|complaint|your reference)\s?(id|no|number|ref(erence)?|编号|号码|号)?[\s.:：#是为]{0,4}(is|was)?[\s:#(（]{0,3}(?<id>[A-Za-z0-9][A-Za-z0-9_-]{3,29})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CaseNumber();
}
