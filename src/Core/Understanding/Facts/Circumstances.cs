using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>Finds the further facts that some categories need: shop, device, app version, campaign, earlier case.</summary>
internal static partial class Circumstances
{
    /// <summary>The facts found, by their codes.</summary>
    public static IEnumerable<(string Code, Found Fact)> Find(string text)
    {
        (string Code, Found? Fact)[] found =
        [
            ("merchant", First(MerchantLabel(), text) ?? First(MerchantChinese(), text) ?? First(MerchantEnglish(), text)),
            ("device", First(Device(), text)),
            ("app_version", First(AppVersion(), text)),
            ("campaign", First(CampaignQuoted(), text) ?? First(Campaign(), text)),
            ("case_id", Identifiers.Case(new FactText(text))),
        ];
        return from fact in found
               where !string.IsNullOrWhiteSpace(fact.Fact?.Value)
               select (fact.Code, fact.Fact);
    }

    private static Found? First(Regex pattern, string text)
    {
        var group = pattern.Match(text).Groups["value"];
        var value = group.Value.Trim();
        return group.Success ? new Found(value, new TextSpan(group.Index + group.Value.IndexOf(value, StringComparison.Ordinal), value.Length)) : null;
    }

    [GeneratedRegex(@"(商户|商家|店铺|店名|收款方|merchant|shop|store|seller|payee)(名称|名|叫|name)?\s?([:：是为叫]|is|was|called)\s?(?<value>[^\s,，。;；.!！?？\n]{2,30})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MerchantLabel();

    [GeneratedRegex(
        @"[在给向喺](?<value>[^\s,，。;；.!！?？0-9]{2,14}?(超市|商场|便利店|店|餐厅|饭店|酒店|药房|加油站|医院|咖啡|影院|书店|商城|旗舰店|平台|百货|市场|菜场|收银台)|淘宝|天猫|京东|拼多多|美团|饿了么|滴滴|星巴克|麦当劳|肯德基|盒马|山姆|永辉|沃尔玛|携程|抖音|惠康|百佳|7-?11|全家|罗森)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex MerchantChinese();

    [GeneratedRegex(
        @"\b(at|from|to|with|in)( the| a| my local)? (?<value>(Amazon|Starbucks|Uber|Taobao|JD|Costa|Tesco|IKEA|Walmart|Netflix|Apple Store|Booking\.com|Airbnb|Steam|McDonald'?s|KFC|7-Eleven|[A-Z][\w'&]{1,20}( [A-Z][\w'&]{1,20}){0,2} (Shop|Store|Cafe|Café|Hotel|Market|Restaurant|Bakery|Books|Pharmacy|Supermarket))|(supermarket|petrol station|gas station|restaurant|grocery store|coffee shop|hotel|pharmacy|checkout|till|pump|cafe|bakery|bookshop|hospital))\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex MerchantEnglish();

    [GeneratedRegex(
        @"(?<value>(iphone( ?(se|x[rs]?|[0-9]{1,2}))?( (pro max|pro|plus|mini))?|ipad( (pro|air|mini))?|android( [0-9]{1,2})?|ios ?[0-9]{1,2}(\.[0-9]{1,2})?|pixel ?[0-9]{1,2}( pro)?|galaxy ?[a-z]?[0-9]{1,3}( ultra)?|samsung( [a-z]?[0-9]{1,3})?|huawei( [a-z]{0,5} ?[0-9]{0,3}( pro)?)?|xiaomi( ?[0-9]{0,2})?|redmi( [a-z]?[0-9]{0,3})?|oneplus( ?[0-9]{0,2})?|(华为|華為|小米|红米|荣耀|三星|苹果|鸿蒙|一加|魅族|oppo|vivo)\s?[a-z]{0,6}\s?[0-9]{0,3}\s?(pro|plus|ultra|max)?))(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Device();

    [GeneratedRegex(@"(版本号?|version|\bver\.?|\bv)\s?([:：是为]|is)?\s?(?<value>[0-9]{1,3}\.[0-9]{1,4}(\.[0-9]{1,5}){0,2})|(?<value>[0-9]{1,3}\.[0-9]{1,4}\.[0-9]{1,5})\s?(版|version)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AppVersion();

    [GeneratedRegex(
        @"((活动|活動|优惠|優惠|红包|券|campaign|promo|offer|coupon|voucher|cashback|bonus)[^\n“""「《【]{0,20}[“""「《【](?<value>[^\n”""」》】]{2,30})[”""」》】]|[“""「《【](?<value>[^\n”""」》】]{2,30})[”""」》】][^\n]{0,12}(活动|活動|优惠|優惠|红包|券|campaign|promo|offer|coupon|voucher|cashback|bonus))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex CampaignQuoted();

    [GeneratedRegex(
        @"(?<value>(双十一|双11|双十二|618|新人|新用户|拉新|邀请好友|开学季|春节|中秋|国庆|周年庆|生日|首单|首充|[^\s,，。的了]{2,6}节)[^\s,，。;；.!！?？的了]{0,6}(活动|红包|券|返现|立减|奖励))|(promo(tion)?|coupon|voucher) code:? (?<value>[A-Z0-9]{4,16})|(?<value>(refer(ral)?[ -](a[ -]friend|friend|bonus)|new[ -]user|welcome|spring festival|christmas|black friday|double eleven|11\.11|birthday|summer) (bonus|offer|campaign|promotion|coupon|voucher|cashback|reward))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Campaign();
}
