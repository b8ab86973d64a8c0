using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts;

/// <summary>What the words beside a number weigh.</summary>
/// <param name="Money">How much they say that it is money at all.</param>
/// <param name="Matter">How much they say that it is the mail's matter.</param>
internal readonly record struct AmountWeight(double Money, double Matter);

/// <summary>Words beside a number that say for or against its being the amount that a mail is about.</summary>
internal static partial class AmountCues
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Weighs the words before and behind a number.</summary>
    /// <param name="before">The sentence up to the number.</param>
    /// <param name="after">The sentence from the number on.</param>
    /// <param name="isAboutFees">True when fees are the mail's matter.</param>
    public static AmountWeight Weigh(string before, string after, bool isAboutFees)
    {
        var moved = (Moved().IsMatch(before) ? 3 : MovedLoosely().IsMatch(before) ? 2 : 0)
            + (Taken().IsMatch(before) ? 3 : 0)
            + (Goes().IsMatch(after) ? 2 : 0)
            + (Noun().IsMatch(after) ? 2.5 : 0)
            + (After().IsMatch(after) && Before().IsMatch(before) ? 1.5 : 0);
        var isLimit = Limit().IsMatch(before) || LimitBehind().IsMatch(after);
        var isGift = Gift().IsMatch(before) || GiftBehind().IsMatch(after);
        var isBalance = Balance().IsMatch(before) || BalanceBehind().IsMatch(after);
        var isExpected = Expected().IsMatch(before);
        var isEach = Each().IsMatch(before);
        var isFee = Fee().IsMatch(before) || FeeBehind().IsMatch(after);
        return new(
            isLimit || isGift ? moved - 2 : moved + (isFee || isBalance || isEach ? 2 : isExpected ? 1 : 0),
            moved - (isLimit ? 5 : 0) - (isGift || isBalance ? 3 : 0) - (isExpected ? 3 : 0) - (isEach ? 2 : 0) + (isFee ? isAboutFees ? 3 : -2.5 : 0));
    }

    /// <summary>Whether what follows a plain number says that it counts something else than money.</summary>
    public static bool Counts(string before, string after) =>
        CountBehind().IsMatch(after) || CountBefore().IsMatch(before);

    [GeneratedRegex(
        @"(?:转|(?<![首应预])付|扣|充|提|取|存|交|缴|汇|退|打|捐|划|刷|花|收|借|垫|投|拨|挪|倒|弄|进|出|走|少|塞|发|寄|输|领|补|抽|赔|给|还|送|丢|罚|拿|卖|得|欠|结账|买|定金|押金|货款|学费|工资|本金|保证金|车费|油钱|礼金|票价|金额|数额|合计|共计|总共|一共|每笔|各|都是|差额|差了|多收|少收|增值|加值|储值|储蓄|搬|过|使|用|入|成了|捡|截留|留|攒|割|加|跳表|计价器|费)(?:[了过走出去来掉到完回我你他她它们起这那个的给是为:""“「,，—\- ]|一笔|第一笔|两笔|三笔|两次|两遍|多|另|现金|钱包|第一个){0,6}$|(?:最近|第[一二三四]|头|那|这|有|另|各)一?笔[^。，,]{0,3}$"
        + @"|\b(?:sent|send|sending|paid|pay|paying|charged?|took|taken|take|taking|debit(?:ed)?|deduct(?:ed|ion)?|transfer(?:red)?|mov(?:ed|e|ing)|put|topped up|top[- ]up|load(?:ed)?|deposit(?:ed)?|refund(?:ed)?|withdr[ae]w|withdrawal|received?|got|gave|give|spent|spend|bought|cost|amount|sum|total|price|lost|lose|missing|billed|rang up|gone|left with|wanted|gets?|shov(?:ed|e)|fed|returned?|dropped by|by|credit(?:ed)?|swept|ate|kept|out|only)\b[ a-z:'""]{0,12}$",
        Options, 1000)]
    private static partial Regex Moved();

    [GeneratedRegex(
        @"(?:转|(?<![首应预])付|扣|充|提|取|存|交|缴|汇|退|打|划|刷|花|借|挪|少|卖|赚|挣|攒|走)[^。]{0,14}$|把[^。，,]{0,10}$|(?:我这[边里]?|我的?|钱(?:是|有|一共|总共|大概)?)$"
        + @"|\b(?:sent|send|paid|pay|charged?|took|taken|debited|deducted|transfer(?:red)?|moved?|put|topped up|load(?:ed)?|deposit(?:ed)?|refund(?:ed)?|withdr[ae]w|withdrawal|received|gave|spent|bought|lost|missing|billed|wanted|says?|said|ordered)\b[^.;!?]{0,40}$",
        Options, 1000)]
    private static partial Regex MovedLoosely();

    [GeneratedRegex(
        @"(?:(?:扣了|扣(?=我|你|他|她))(?:我|你|他|她)?的?|显示(?:的?是)?|变成了?|成了|输成|点成了?|误输|误扣|被扣|多扣了?|查出来(?:是|个)?|一看|一瞧|一查|竟然?|却|居然|对出来个?|账单[上里]?(?:写的?)?是?|照(?:样)?扣(?:了我)?|实扣|实收|戴上眼镜)[:：,，是 ]{0,2}$"
        + @"|\b(?:my statement|your record|my record|my wallet|wallet history|the thing|taken from me|i was charged|was debited|got charged|you charged|you took|she keyed|at home|instead i|i paid)\b[^.;]{0,36}$",
        Options, 1000)]
    private static partial Regex Taken();

    [GeneratedRegex(
        @"^(?:元|块)?(?:钱|现金)?[,，]?(?:(?:给|就|全|又|已|已经|都|被|从|转|扣|没|银行|钱|一分不少|一直|至今)?(?:扣|转|打|发给|没到|没了|不见|收不到|没收到|到账|未到|退|提到|提现|失败|给我|走了|过来|过去|没回来|挪|倒|拨|补|汇|交|捐|弄|拿|寄|发|已出|就没|划走|圈起来|出去|不翼而飞)|往|到(?:我|你|自己|农|工|建|招|中|交|邮|浦|民|光|华|平|兴|广|信|对方|她|他)|从|早上|存|进)"
        + @"|^ ?(?:gone|went|goes|left|came out|walked out|is missing|(?:was |were |has been |have been )?(?:taken|debited|charged|deducted)|to (?:my|the|a|her|his|your|our|someone|[a-z]+'s)|from (?:my|her|his|our|the)|transfer|out of|through|into?\b|on (?:there|to)|back)",
        Options, 1000)]
    private static partial Regex Goes();

    [GeneratedRegex(@"^(?:多|余)?(?:元|块)?的?(?:现金|定金|押金|货款|工资|学费|生活费|网费|房租|奖金|营业款|退休金|材料费|彩礼|礼金|本金|保证金|首付|欠款|工程款|住宿费|话费|血汗钱|狗粮)", Options, 1000)]
    private static partial Regex Noun();

    [GeneratedRegex(
        @"(?:额度|限额|上限|最低|最高|最多|至少|起码|低于|高于|少于|超过|超出|不到|满|每满|限|每天|每日|单笔|单日|不足|未满|起提|起充|抢|大于|小于)[^。，,扣转付划少]{0,5}$|\b(?:limit(?:ed)?(?: is| was| of| to)?|up to|maximum|max|minimum|min|at least|below|under|over|more than|less than|raised to|spend|within|cap(?:ped)?(?: at)?)[^.;,0-9]{0,10}$",
        Options, 1000)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(?:元|块)?钱?(?:以上|以下|以内|以后|的?额度|限额|起步|起充|封顶|上限|可用)|^ ?(?:limit|a day|per day|daily|or more|or less|and over|minimum|maximum)", Options, 1000)]
    private static partial Regex LimitBehind();

    [GeneratedRegex(@"(?:减|立减|抵|优惠|满减|赠|奖励|面值)[^。，,]{0,3}$|\b(?:voucher|coupon|bonus|discount|save|win|spend [0-9]+,? (?:and )?get)[^.;,]{0,10}$", Options, 1000)]
    private static partial Regex Gift();

    [GeneratedRegex(@"^(?:元|块)?钱?(?:的)?(?:无门槛|优惠券|代金券|抵用券|红包|券|积分|点数|补偿|饭补)|^ ?(?:off|voucher|coupon|bonus|points?)", Options, 1000)]
    private static partial Regex GiftBehind();

    [GeneratedRegex(
        @"(?:余额|余额宝|剩|剩余|剩下|只剩|还剩|还有|只有|还是原来的|里头?有|里面有?|卡里(?:还?有|还?剩|只有|就|是|还是那)|账户里?有|户头里?有|变成|不足|可用|可用余额|从一千|掉到|本来有|原有|兜里)[^。，,扣转付划挪]{0,8}$"
        + @"|\b(?:balance|still (?:says?|shows?)|remaining|available|there is|there's|there was|is only|only has|sitting at|holds|dropped from|app says|wallet: )\b[^.;,0-9]{0,16}$",
        Options, 1000)]
    private static partial Regex Balance();

    [GeneratedRegex(@"^ ?(?:in (?:it|there)|left|remaining|available|on my balance|in my balance|same as|it's shown|,? ?same|before)\b|^(?:元|块)?(?:不变|没变|没动)", Options, 1000)]
    private static partial Regex BalanceBehind();

    [GeneratedRegex(
        @"(?:应付|应该|应收|应扣|应为|应是|本来|本来要|原本|原来|原价|标价|定价|牌价|单价|讲好|说好|谈好|谈妥|约定|实际消费|约合|折合|该是|才|只要|只该|只应|正确|正常|小票|小票合计|按|剃个光头|标的就是|打的就是)[^。，,扣付转]{0,7}$"
        + @"|\b(?:agreed(?: on)?|owed?|should(?: have)?(?: been| be)?|meant|supposed to be|actual|meter|invoice|receipt|slip|printed|price is|price was|quoted|instead of|rather than|correct|menu|label|advertised|tag|not|normally|usually|remember it well|bowl of)\b[^.;,]{0,20}$",
        Options, 1000)]
    private static partial Regex Expected();

    [GeneratedRegex(@"(?:每次|每单|每月|每个月|一人|每人|每户|每盆|每张|一张|单次|首月|一斤|一个月)[^。，,]{0,4}$|\b(?:each|per|@)[^.;,]{0,6}$", Options, 1000)]
    private static partial Regex Each();

    [GeneratedRegex(@"(?:手续费|服务费|通道费|管理费|年费|工本费|利息|运费|佣金|费率)[^。，,]{0,6}$|\b(?:fees?|commission|surcharge|interest)[^.;,]{0,16}$", Options, 1000)]
    private static partial Regex Fee();

    [GeneratedRegex(@"^(?:元|块)?钱?的?(?:手续费|服务费|运费|年费|管理费|利息|提现费)|^ ?(?:fees?|commission|surcharge|on something|extra)", Options, 1000)]
    private static partial Regex FeeBehind();

    [GeneratedRegex(@"^\s?(?:[,，、:(（)）」”""—-]|$)", Options, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"(?:^|[,，、:(（「“""—-])\s?$", Options, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^\s?(?:(?:多|余|几|来)?(?:个|岁|周岁|年|天|日|人|位|名|分钟?|秒|小时|钟|户|家|次|遍|趟|笔|条|号|点|月|周|斤|公里|米|层|楼|口|单|张|本|回|盆|只|头|瓶|袋|届|级|页|期|班|桌|车|步|度|倍|成|折|盒|杯|根|台|部|件|份|刀|下|寸|楼|站|路|队|组|多名|毫|兆|格|句|道|字|位数|代|版|系|集|关|局|分之|星|筐|间|项|里|款|段|枚|包|把|圈|行|封|颗|套|手|辆|代|晚|宿|夜|面|顿|桶|匹|场|两|世|方|部分|积分|瓦|伏|安|克|毫升)|[%‰°]|件套)"
        + @"|^(?:st|nd|rd|th)\b|^ ?-?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times|people|persons?|per ?cent|percent|km|miles?|kg|am|pm|a\.m|p\.m|o'?clock|hundred|of (?:them|us|my|the|those|these|you)|or |past|to (?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|more|other|different|business|working|characters?|attempts?|goes|more|letters?|digits?|units?)\b"
        + @"|^ (?!was|has|is|this|his|goes|leaves|plus|always|keeps|vanishe|disappear|via|as|its|us)[a-z'-]{3,12} ?(?:[a-z]{3,12}s)?(?<=[a-rt-z]s)\b",
        Options, 1000)]
    private static partial Regex CountBehind();

    [GeneratedRegex(
        @"(?:第|初|版本|代码|代号|错误|编号|单号|号码|尾号|工号|区号|型号|荣耀|华为|小米|红米|机型|星期|周|礼拜|楼|栋|室|邮编|学号|桌号|备注|千分之|百分之|分之|万分之|热线|12|差一|第二|今年|我今年|两码|三码|四码|末四位|后四位|尾四位|尾巴|尾)[:：是 ]{0,2}$"
        + @"|\b(?:invoice|iphone|galaxy|pixel|android|ios|version|ver|v|build|error|code|no\.?|number|room|flat|gate|row|seat|page|step|line|option|aged?|turned|class|grade|year|platform|machine|unit|apartment|bus|route|windows|note|redmi|mate|oppo|vivo|samsung|ends?|ending|last four|last 4|digits) ?[:#]?$",
        Options, 1000)]
    private static partial Regex CountBefore();
}
