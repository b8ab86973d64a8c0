using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding;

/// <summary>Tells the language of a mail of which only the header is known.</summary>
public static class HeaderLanguage
{
    private const int Sentence = 3;

    private static readonly string[] ChineseCharsets = ["gb2312", "gbk", "gb18030", "big5", "hz-gb-2312"];

    /// <summary>The language: a subject that says something, then the sender's name, charset and language fields, then a subject of a word or two.</summary>
    /// <param name="letter">The header.</param>
    /// <param name="otherwise">The policy's language, for when nothing tells.</param>
    public static MailLanguage Of(Letter letter, ReplyLanguage otherwise)
    {
        var subject = LanguageDetector.Detect(letter.Subject);
        var words = letter.Subject.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return (subject, IsChinese(letter)) switch
        {
            (MailLanguage.Chinese or MailLanguage.Mixed, _) => subject,
            (MailLanguage.English, _) when words >= Sentence => subject,
            (_, true) => MailLanguage.Chinese,
            (MailLanguage.English, _) => subject,
            (MailLanguage.Other, _) when words >= Sentence => subject,
            _ => otherwise == ReplyLanguage.Chinese ? MailLanguage.Chinese : MailLanguage.English,
        };
    }

    private static bool IsChinese(Letter letter) =>
        (letter.Sender?.Name ?? "").Any(WordStream.IsHan)
        || letter.HeaderValues("Content-Type").Any(t => ChineseCharsets.Any(c => t.Contains(c, StringComparison.OrdinalIgnoreCase)))
        || letter.HeaderValues("Content-Language").Concat(letter.HeaderValues("Accept-Language"))
            .Any(l => l.TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase));
}
