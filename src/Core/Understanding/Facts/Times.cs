using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds when it happened, in the writer's words.</summary>
internal static partial class Times
{
    /// <summary>The first phrase that names a day or a moment; one with both before one with less.</summary>
    public static string? Find(string text)
    {
        var found = Chinese().Matches(text).Concat(English().Matches(text)).OrderBy(m => m.Index).Select(m => m.Value.Trim(' ', ',', '，', '的')).ToList();
        return found.FirstOrDefault(IsExact) ?? (found.Count > 0 ? found[0] : null);
    }

    private static bool IsExact(string phrase) => phrase.Any(char.IsDigit);

    [GeneratedRegex(
        @"((20[0-9]{2}\s?年\s?)?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?[日号號]?|[0-9]{1,2}[日号號](?=[^码碼0-9]|$)|(今|昨|前|大前)天|今[早晚日晨]|昨[晚日夜]|尋日|琴日|前[晚日]|刚刚|刚才|剛剛|剛才|头先|(这个?|上个?|本|上)(周|週|星期|礼拜|禮拜|月)[一二三四五六日天末初中底]?|(周|週|星期|礼拜)[一二三四五六日天末]|([0-9]{1,3}|[一二两兩三四五六七八九十半]{1,3})\s?(多)?个?個?(分钟|分鐘|小时|小時|钟头|天|周|週|星期|礼拜|月|年)(多)?(之前|以前|前))[\s,，的]{0,2}((凌晨|清晨|一早|早上|朝早|上午|中午|下午|傍晚|晚上|夜里|半夜|晚间)\s?)?((大概|大约|约|左右)?\s?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s?([:：][0-9]{2}([:：][0-9]{2})?|[点點时時]([0-9一二三四五十]{1,3}分?|半|钟|左右|多)?))?|(凌晨|早上|上午|中午|下午|晚上|半夜)\s?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s?([:：][0-9]{2}|[点點时]([0-9一二三四五十]{1,3}分?|半)?)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(?<![a-z0-9.])(20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}(/[0-9]{2,4})?|([0-9]{1,2}(st|nd|rd|th)?( of)? )?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?( [0-9]{1,2}(st|nd|rd|th)?)(,? 20[0-9]{2})?|[0-9]{1,2}(st|nd|rd|th)?( of)? (jan(uary)?|feb(ruary)?|march|april|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(,? 20[0-9]{2})?|yesterday|today|tonight|last (night|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|this (morning|afternoon|evening|week|weekend|month|monday|tuesday|wednesday|thursday|friday)|(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|([0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|ten|half an|a few|several|couple of) (minute|min|hour|hr|day|week|month|year)s? ago|just now|earlier today|the day before yesterday)(,? ?(morning|afternoon|evening|night|noon|midnight))?(,? ?(at|around|about|@|at about|at around) ?([0-9]{1,2}([:.][0-9]{2})? ?(am|pm|a\.m\.|p\.m\.|o'clock)?|noon|midnight|lunchtime))?(,? [0-9]{1,2}:[0-9]{2}( ?[ap]m)?)?(?![a-z0-9])|(?<=\b(at|around|about) )[0-9]{1,2}([:.][0-9]{2} ?([ap]\.?m\.?)?| ?([ap]\.?m\.?))(?![a-z0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex English();
}
