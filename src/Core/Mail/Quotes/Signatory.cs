using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>What stands under a mail: a name, a post, a company, and how to reach them.</summary>
internal static partial class Signatory
{
    private const int LongestName = 40;
    private const int LongestFact = 80;

    /// <summary>True for a name: two to four Chinese characters with a title at most, one to four capitalised words, or a date as it stands below one.</summary>
    public static bool IsName(string line) => line.Trim() is { Length: > 1 and <= LongestName } name && Name().IsMatch(name);

    /// <summary>True for a line that tells how to reach somebody.</summary>
    public static bool IsContact(string line) => line.Length <= LongestFact && Contact().IsMatch(line);

    /// <summary>True for a post or a company: "Head of Accounts", "North Mill Ltd", "财务部 经理".</summary>
    public static bool IsTitle(string line) => line.Trim() is { Length: > 1 and <= LongestFact } title && Title().IsMatch(title);

    [GeneratedRegex(
        @"^((姓名|客户|用户|申请人|联系人|署名)[:：]\s?)?[\u4e00-\u9fff]{2,4}(先生|女士|小姐|敬上|上|谨上|谨启|\s?[|·/]\s?[\u4e00-\u9fff]{2,12})?$|^\p{Lu}[\p{L}'.-]{0,20}( \p{Lu}[\p{L}'.-]{0,20}){0,3}$|^([0-9]{4}\s?[-年/.]\s?)?[0-9]{1,2}\s?[-月/.]\s?[0-9]{1,2}\s?日?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}&'.,/()-]{0,24}( (of|and|for|the|de|&|-|\||,|/|\p{Lu}[\p{L}&'.,/()-]{0,24})){1,7}$|^[\u4e00-\u9fffA-Za-z() （）·]{2,24}(公司|集团|集團|银行|大学|学院|中心|部|部门|事业部|经理|總監|总监|主管|专员|工程师|会计|助理|律师|顾问|董事长|总裁)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^[\s|*]{0,4}((tel|phone|mobile|mob|cell|fax|office|direct|skype|wechat|whatsapp|e-?mail|web|website|address|[tmpfew])\s?[:：]|[tmpf]\.\s?[+0-9(]|(电话|電話|手机|手機|传真|邮箱|郵箱|电子邮件|微信|网址|地址|邮编|座机|联系方式|联系电话|QQ)\s?[:：]|https?://|www\.|[^\s@]{1,60}@[^\s@]{1,80}\.[^\s@]{2,20}$|[@][a-z0-9_.-]{2,30}$|\+?[0-9(][0-9 ()./-]{6,24}$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Contact();
}
