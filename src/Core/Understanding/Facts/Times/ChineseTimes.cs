using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>The words about time in Chinese, of the mainland, Taiwan and Hong Kong.</summary>
internal static partial class ChineseTimes
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Count = "(?<count>[0-9]{1,3}|半|几|好几|十几|二十几|[一二两三四五六七八九十]{1,3})";
    private const string Unit = "(?<unit>分钟|小时|钟头|天|日|周|星期|礼拜|月|年)";
    private const string DayNumber = "[12][0-9]|3[01]|0?[1-9]|初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]";

    /// <summary>The words in a text in one spelling, kind by kind, the plainer first.</summary>
    public static IEnumerable<TimeAtom> Find(string folded) =>
    [
        .. Atoms(TimeKind.Ago, Ago().Matches(folded)),
        .. Atoms(TimeKind.Date, Date().Matches(folded)),
        .. Atoms(TimeKind.Date, DayOfMonth().Matches(folded)),
        .. Atoms(TimeKind.Feast, Feast().Matches(folded)),
        .. Atoms(TimeKind.Day, Day().Matches(folded)),
        .. Atoms(TimeKind.Week, Week().Matches(folded)),
        .. Atoms(TimeKind.Clock, Clock().Matches(folded)),
        .. Atoms(TimeKind.Part, Part().Matches(folded)),
        .. Atoms(TimeKind.Now, Now().Matches(folded)),
        .. Atoms(TimeKind.Lasting, Lasting().Matches(folded)),
    ];

    private static IEnumerable<TimeAtom> Atoms(TimeKind kind, MatchCollection matches) => matches.Select(m => new TimeAtom(kind, m));

    [GeneratedRegex("(?:大概|大约|差不多)?" + Count + "(?:多)?个?(?:多|半)?" + Unit + "多?(?<ago>之前|以前|前(?!后))", Options, 1000)]
    private static partial Regex Ago();

    [GeneratedRegex(
        "(?<![0-9])(?:(?<year>20[0-9]{2}|1[0-9]{2})\\s?年度?\\s?|(?<ryear>大前年|前年|去年|今年|明年)的?(?:一整年|全年)?)?"
        + "(?:(?<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九]|正|腊|冬)\\s?月份?|(?<rmonth>上+个?|这个?|本|当|下+个?)月)(?:的)?\\s?"
        + "(?:(?<day>" + DayNumber + ")(?:\\s?[日号](?!码|线)|(?![0-9.%月年个天点:：多" + ChineseNumber.Characters + "]))|(?<third>上旬|中旬|下旬|底|初(?![一二三四五六七八九十])|末|头))?"
        + "(?<!月头)|(?<year>20[0-9]{2}|1[01][0-9])\\s?年度?(?!前|级|款)|(?<ryear>大前年|前年|去年|明年)(?:一整年|全年)?"
        + "|(?<![0-9/.-])(?<year>20[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?![0-9-])|(?<=[^0-9a-z/.-])(?<month>1[0-2]|0?[1-9])/(?<day>[12][0-9]|3[01]|0?[1-9])(?=[^0-9/a-z]|$)",
        Options, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(
        "(?<![0-9" + ChineseNumber.Characters + "第.年月])(?:(?<day>[12][0-9]|3[01]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])(?:号|日)(?![0-9码线楼店机院铺柜门桌位房员窗口仓库站馆厅台柱内])"
        + "|(?<day>初[一二三四五六七八九十](?![中级一二三级])|廿[一二三四五六七八九])|(?<third>月底|月初|月末|月中(?!旬)))",
        Options, 1000)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(
        "(?<feast>除夕|大年三十|大年初一|春节|农历年|过年|元旦|元宵(?:节)?|清明(?:节)?|端午(?:节)?|中秋(?:节)?|重阳(?:节)?|国庆(?:节)?|五一|情人节|圣诞(?:节)?|平安夜|小年(?![轻级龄纪人])|七夕|冬至|双十一|双11|双十二|双12|双十)(?<shift>前一?天|前夕|前|后一?天|那天|当天|那晚|当晚|期间|夜)?",
        Options, 1000)]
    private static partial Regex Feast();

    [GeneratedRegex(
        "(?<day>大前天|大后天|前天|前日|前晚|前夜|昨天|昨日|昨儿个?|昨晚|昨夜|昨早|昨(?=[早晚夜午下上])|寻日|噚日|琴日|寻晚|噚晚|琴晚|今天|今日|今儿个?|今早|今晨|今朝|今晚|今夜|明天|明日|明儿个?|明早|明晚|后天|听日|当天|当日|当晚|那天(?!生)|第二天|次日)(?!花板)",
        Options, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(
        "(?<shift>上+个?|这个?|本|下+个?|每个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])|(?<shift>上+个?|这个?|本|下+个?)(?<week>周|星期|礼拜)",
        Options, 1000)]
    private static partial Regex Week();

    [GeneratedRegex(
        "(?<![0-9]|[0-9][:.])(?<hour>[01]?[0-9]|2[0-4]):(?<minute>[0-5][0-9])(?::[0-5][0-9])?(?!:?[0-9])"
        + "|(?<![0-9." + ChineseNumber.Characters + "几])(?<hour>[01]?[0-9]|2[0-4]|二十[一二三四]?|十[一二]?|[一二两三四五六七八九零])(?:点|时(?![间候常装段刻]))"
        + "(?:(?<minute>[0-5]?[0-9]|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?(?:几|多)?|[一二三四五六七八九](?=分))(?![0-9%％个百千万])分?(?:钟)?|(?<half>半)|(?<quarter>[一二三]刻)|整|钟|(?<more>多|几|过|来钟|出头))?",
        Options, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(
        "(?<part>凌晨|清晨|清早|大清早|一大早|一早|一早上|早上|早晨|朝早|早高峰|晚高峰|(?:早饭|早餐|午饭|午餐|晚饭|吃饭)(?=时|后|前|的时)|(?<!一)上午|晏昼|中午|正午|午时|午后|(?<!一)下午|傍晚|晚上|夜里|夜晚|深夜|半夜|午夜|晚间|夜间|夜里头|早间|零点|收工(?:以后)?|下班后)(?:的?时候|后|前)?(?!茶|报|会)",
        Options, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("(?<now>刚刚|刚才|方才|头先|啱啱|刚(?=收到|被|扣|付|转|看到|发现))", Options, 1000)]
    private static partial Regex Now();

    [GeneratedRegex(
        "(?:(?:已经|已|都|快|近|过去|最近|整整|隔了|等了|拖了|连着|足足)(?:了|过)?)?" + Count + "(?<![0-9]{4})个?(?:多|半)?" + Unit + "(?:多)?(?:(?<since>了|来|过去了)|(?=没|不到))|第(?<count>[一二三四五六七八九十]{1,3}|[0-9]{1,3})天"
        + "|(?:已经|已|都|快|近|过去|最近|整整|隔了|等了|拖了|连着|足足|才)(?:了|过)?" + Count + "个?(?:多|半)?" + Unit + "(?!内|以内|之内)",
        Options, 1000)]
    private static partial Regex Lasting();
}
