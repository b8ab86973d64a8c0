using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding;

/// <summary>The formulas of thanks and what goes with them, each a whole one. An English one ends in a space; Chinese may run on without.</summary>
/// <remarks>Words as <see cref="Words.Normaliser"/> leaves them: small, simplified, 您 as 你. No word of money, time ahead, doubt or denial belongs here.</remarks>
internal static partial class ThanksFormulas
{
    private const string EnglishPattern =
        "((very |so )?(many |much |a million |all my )?(thanks|thank (you|u|ya)|thx|thanx|thnx|tks|tnx|ty|tysm|cheers)( (a lot|a bunch|a ton|a million|so (very )?much|very much|so|again|indeed|kindly|all|everyone|everybody|guys|both|team|folks|sir|madam|dear|friend|friends))*"
        + "|(it is |it's )?(very |so |really |greatly )?much appreciated|(i am |i'm |we are |we're )?(so |very |really )?(grateful|thankful)( to you( all)?)?|much obliged|with (many )?thanks) ";

    private const string AppreciationPattern =
        "(i |we )?(really |very much |truly |greatly |do |so )*appreciate (it|that|this|(all )?(your|the) " + Deeds + ")( (very much|so much|a lot))? ";

    // Only behind "for": a bare "update" or "help" would ask for it.
    private const string ForPattern = "for " + For + " ";

    private const string WithEnglishPattern =
        "((hi|hello|hey|dear|good (morning|afternoon|evening))( (there|all|team|support|support team|customer service|customer support|sir|madam|sirs|friend|friends|guys|everyone))*"
        + "|ok|okay|okey|k|alright|all right|great|perfect|awesome|excellent|wonderful|brilliant|fantastic|amazing|lovely|super|cool|nice|wow|yay|yes|yep|yeah|sure|good|very good|that's great|that is great"
        + "|solved|resolved|fixed|(problem|issue|case) (solved|resolved|fixed)|got it|(well )?noted|(well )?received|(i )?(understand|understood)|all (is )?(good|well|fine|clear|set|sorted|done|ok|okay)( now)?|and|to you( all)?"
        + "|(it|it all|everything|all|that|this|(the|my) (issue|problem|matter|case|app|login|account))?( is|'s| has been| have been| was| got)?( now| all| already| finally)*( (solved|resolved|fixed|sorted|sorted out|working|ok|okay|fine|good|done|clear|perfect|back|back to normal))( (now|again|perfectly|fine|well))*"
        + "|(it|everything|that|this|all)?( now)? ?works?( (now|again|perfectly|fine|well|great|like a charm))*|(it|that|this) (worked|helped)( (a lot|very well|perfectly|great))?"
        + "|(that|this|it|you)( is| was| are| were|'s|'re)?( so| very| really| extremely)? (helpful|kind|quick|fast|useful)|that was quick"
        + "|(you( guys)?( all)?( are|'re)|u r) (the best|great|awesome|amazing|wonderful|brilliant|fantastic|so kind|very kind|too kind|so helpful|very helpful|a star|stars|a life ?saver|life ?savers)"
        + "|(great|excellent|good|wonderful|amazing|fantastic|awesome|nice|very good|outstanding) (job|work|service|support|team|help|customer service)|well done"
        + "|(i )?(wish you |have )(a |an )?(very )?(nice|great|good|lovely|wonderful|pleasant|excellent)( rest of (the|your))? (day|weekend|evening|afternoon|week|one|night|time|holiday)( too| ahead| as well)?"
        + "|(with )?((best|kind|warm|kindest|warmest) )*regards|best wishes|all the best|best|sincerely|(yours )(sincerely|truly|faithfully)|take care|bye|bye bye|god bless( you)?|bless you) ";

    private const string ChinesePattern =
        "(" + Very + "(感谢|谢谢|多谢|谢过|感恩|感激|蟹蟹|谢|不该)(不尽|万分|之至)?(晒|哂|了|啦)?" + Whom + "(们)?(的|之)?(" + How + ")*(的)?(" + Done + "|和|与|及|以及)*(的)?" + End + ") ?";

    private const string WithChinesePattern =
        "(" + Whom + "(早上|上午|下午|晚上)?你?好|好(的|滴|嘞|哒|啊|呀)?(好(的)?)?|嗯+|哦+|噢+|行|(已|已经)?(收到|收悉|阅|已阅|看到|知悉|获悉)" + End + "|(我|我们)?(都)?(知道|明白|了解|清楚|懂|晓得)" + End
        + "|(我的)?(问题|事情)(已经|已)(完全|全部|顺利|圆满)?(解决|处理)|(我的)?(问题|事情|故障|账户|账号)?(现在|目前|刚刚|刚才|今天|终于)?(也|都|就)?(已经|已|全部|完全|顺利|圆满)*(解决|处理|搞定|弄|办|修|恢复|正常|可以|可以用|能用|能正常使用|可以正常使用|可以使用|可以登录|能登录|可以正常登录|登录上|登上|恢复正常|完美解决|完美)(好|妥|完)?(了|啦|咯)"
        + "|(已经|已|都)?好(了|啦)|" + Whom + "(真是|真的|真|都)?(辛苦|费心|受累|有心)" + Whom + "(了|啦)|太好(了|啦)|太棒(了|啦)|真棒|真好|棒棒(哒|的)?|赞+|点赞|给力|" + Very + "满意|(你们的?|客服的?)?(服务|态度|服务态度)" + Very + "(真)?(好|棒|到位|周到|满意)"
        + "|(谨|敬|顺)?祝(愿)?" + Whom + "(公司)?(工作|生活|事事|万事|周末|节日|新年|身体|一切|天天|阖家|生意)?(顺利|愉快|如意|快乐|健康|开心|安好|幸福|兴隆|好)|再见|拜拜|晚安|此致|敬礼|(顺颂|顺祝)(商祺|时祺)|谨上|敬上|" + Whom + ") ?";

    private const string For =
        "(((all )?(your|the|ur|all the|all) )?" + Deeds + "|(helping|assisting)( me| us)?( (out|with this|with it|so quickly))?|letting (me|us) know|everything|all|getting back( to (me|us))?( so (quickly|fast|soon))?|replying( so (quickly|fast))?"
        + "|(sorting|fixing|resolving|solving|clearing|handling)( (it|this|that|the issue|the problem|my issue|my problem))?( (out|up))?( so (quickly|fast))?|taking care of (it|this|that|everything)|looking into (it|this|that)"
        + "|(confirming|clarifying|explaining|informing me|responding|your time and help)( (it|this|that))?)";

    private const string Deeds =
        "((very |so |super )?(quick|fast|prompt|great|kind|speedy|excellent|wonderful|amazing|swift|super|timely|lovely|good|professional|efficient|patient|hard|continued|kindest) ?(and )?)*(help|support|reply|response|assistance|service|answer|patience|time|effort|efforts|work|information|info|update|explanation|kindness|feedback|clarification|confirmation|attention|action|care|advice|guidance|understanding|replies|handling)"
        + "( and ((quick|fast|prompt|great|kind) )?(help|support|reply|response|assistance|service|patience|time|effort|efforts|work|explanation|kindness|attention|care|understanding))?";

    private const string Very = "(非常|十分|万分|真的|真是|真|太|很|特别|好|实在|真心|衷心|由衷|诚挚|无比|再次|再|也|万|还)*";

    private const string Whom = "(你|你们|大家|客服|客服人员|工作人员|贵司|贵公司|公司|小姐姐|小哥哥|小哥|小姐|先生|女士|各位|老师|亲|团队|同事|们|的)*";

    private const string How = "耐心|及时|热心|快速|迅速|细心|用心|周到|专业|贴心|大力|热情|悉心|辛勤|辛苦|认真|详细|细致";

    private const string Done = "帮助|帮忙|回复|回覆|解答|答复|回答|处理|支持|服务|协助|解决|指导|付出|工作|关心|配合|讲解|说明|解释|告知|反馈|通知|提醒|理解|信任|努力";

    private const string End = "(了|啦|哈|呀|啊|哦|噢|喔|哟|咯)*";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Thanks in English.</summary>
    [GeneratedRegex("^(" + EnglishPattern + ")$", Options)]
    internal static partial Regex English();

    /// <summary>Appreciation in English.</summary>
    [GeneratedRegex("^(" + AppreciationPattern + ")$", Options)]
    internal static partial Regex Appreciation();

    /// <summary>What thanks are for, in English.</summary>
    [GeneratedRegex("^(" + ForPattern + ")$", Options)]
    internal static partial Regex ForEnglish();

    /// <summary>What goes with thanks in English.</summary>
    [GeneratedRegex("^(" + WithEnglishPattern + ")$", Options)]
    internal static partial Regex WithEnglish();

    /// <summary>Thanks in Chinese.</summary>
    [GeneratedRegex("^(" + ChinesePattern + ")$", Options)]
    internal static partial Regex Chinese();

    /// <summary>What goes with thanks in Chinese.</summary>
    [GeneratedRegex("^(" + WithChinesePattern + ")$", Options)]
    internal static partial Regex WithChinese();
}
