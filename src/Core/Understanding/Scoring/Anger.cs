using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>Tells reproach, threat and abuse aimed at us; worry and haste are none.</summary>
internal static class Anger
{
    private static readonly Phrase[] Phrases =
    [
        .. (
            "垃圾公司|垃圾平台|垃圾app|垃圾软件|什么垃圾|太垃圾|真垃圾|垃圾客服|骗子公司|骗子平台|你们*骗子|什么破|破公司|破平台|破软件|太差劲|服务*太差|态度*太差|态度*恶劣|态度极差|太恶心|恶心人|"
            + "无耻|不要脸|黑心|坑人|坑钱|坑爹|霸王条款|气死|气愤|愤怒|忍无可忍|受够了|太过分|欺人太甚|推卸责任|踢皮球|互相推|敷衍|糊弄|耍我|玩我|当我*傻|不负责任|没有责任心|投诉到*局|"
            + "12315|12378|消费者协会|消协|消委会|工商局|银保监|金融监管|人民银行投诉|人行投诉|曝光你们|曝光|媒体|发微博|发到网上|起诉|律师函|找律师|法院见|法庭见|报警抓你们|告你们|去告|强烈不满|"
            + "非常不满|极度失望|太失望|失望透顶|再不*就|还我钱|还钱|什么意思|你们*干什么吃|干什么吃|吃干饭|吃屎|他妈|妈的|tmd|狗屁|脑残|废物|一群*废|滚|无语|离谱|说法*给|给个说法|必须*道歉|给我道歉|我要投诉你|讨个说法|凭什么|"
            + "好意思|多少次了|没人管|没人理|不作为|拖了*这么久|一拖再拖|到底管不管|"
            + "ridiculous|unacceptable|disgusting|disgrace|disgraceful|appalling|outrageous|outrage|pathetic|incompetent|useless|worst|terrible service|awful service|horrible service|"
            + "shame on you|how dare|sick of|fed up|had enough|furious|angry|livid|lawyer|solicitor|sue you|legal action|small claims|ombudsman|regulator|trading standards|consumer council|"
            + "report you|go public|scam company|scammers * you|you * thieves|you * crooks|rip off|ripoff|a joke|what a joke|liars|you * lied|bullshit|bull|damn|hell|idiots|wtf|crap|stupid|"
            + "fobbed off|run around|brush off|brushed off|ignored my|ignoring me|ignored me|be ignored|ignored again|ignored twice|nobody cares|no one cares|do not care|last warning|final warning|never again|losing my patience|lost patience|rude").Split('|').Select(p => new Phrase(p)),
    ];

    /// <summary>True for an angry text.</summary>
    public static bool IsIn(WordStream text) => Array.Exists(Phrases, p => p.FindIn(text) is not null);
}
