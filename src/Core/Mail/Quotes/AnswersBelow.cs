using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>Words by which a person says that their answers stand within the quoted mail, where nothing marks them.</summary>
internal static partial class AnswersBelow
{
    private const int Longest = 600;

    /// <summary>True when what was written above a quote says so; then the whole is theirs.</summary>
    public static bool IsSaid(IReadOnlyList<string> written)
    {
        var text = string.Join('\n', written).Trim();
        return text.Length <= Longest && Words().IsMatch(text);
    }

    [GeneratedRegex(
        @"\b(answers?|answered|comments?|commented|repl(y|ies|ied)|responses?|notes?|remarks?)\b[^.!?\n]{0,30}\b(below|in-?line|in line|in (red|blue|green|bold|colou?r|caps)|between|within)\b|\b(see|answered|commented|replied) (below )?(in-?line|in (red|blue|green|bold|colou?r))\b|(antworten?|kommentare?)\b[^.!?\n]{0,30}\b(unten|im text|in rot|in blau)\b|réponses?\b[^.!?\n]{0,30}(ci-dessous|en rouge|en bleu|dans le texte)|respuestas?\b[^.!?\n]{0,30}(abajo|en rojo|en azul)|(回复|回覆|答复|答覆|答案|回答|解答|说明|意见|批注)[^。！？\n]{0,8}(见|在|如)?(下面|下方|下文|如下|以下|邮件中|原文|正文|红字|红色|蓝字|蓝色|紅字|紅色|藍字|藍色)|(见|看)(下面|下方|下文|邮件中|原文|正文)?的?(红字|红色|蓝字|蓝色|紅字|紅色|藍字)|(红字|红色|蓝字|蓝色|紅字|紅色)(部分|字体|标注|标出|內容|内容)?(是|为|為)(我|本人)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Words();
}
