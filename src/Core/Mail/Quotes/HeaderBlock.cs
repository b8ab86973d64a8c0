using System.Collections.Frozen;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>The answered mail's header fields, as Outlook, Foxmail, Aliyun, QQ Mail and others set them above a quote.</summary>
internal static class HeaderBlock
{
    private const int MostLines = 12;
    private const int LongestName = 24;

    private static readonly FrozenDictionary<string, Field> Names = Entries().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private enum Field
    {
        None,
        From,
        Sent,
        To,
        Subject,
        Other,
    }

    /// <summary>How many lines a block that begins at that line has; 0 when none begins there.</summary>
    public static int LengthAt(string[] lines, int index)
    {
        if (FieldOf(lines[index]) is not (Field.From or Field.Sent or Field.Subject))
        {
            return 0;
        }

        HashSet<Field> fields = [];
        var (length, last, hasAddress, ownFields) = (0, 0, false, false);
        while (length < MostLines && index + length < lines.Length)
        {
            var line = lines[index + length];
            var field = FieldOf(line);
            if (field == Field.None && !IsInside(lines, index + length, fields.Count))
            {
                ownFields = length == last && NameOf(line).Length > 0;
                break;
            }

            length++;
            if (field != Field.None)
            {
                fields.Add(field);
                hasAddress |= line.Contains('@', StringComparison.Ordinal);
                last = length;
            }
        }

        return IsMail(fields, hasAddress, ownFields) ? last : 0;
    }

    // People write "From: a@b.example", "To:", "Amount:" about transfers as well. A subject makes it a mail, or else a date
    // beside an address, with no other field directly below.
    private static bool IsMail(HashSet<Field> fields, bool hasAddress, bool ownFields)
    {
        var sides = fields.Contains(Field.From) || (fields.Contains(Field.Sent) && fields.Contains(Field.To));
        return sides
            && fields.Count >= 2
            && (fields.Contains(Field.Subject) || (fields.Contains(Field.Sent) && hasAddress && !ownFields));
    }

    // A blank line or a wrapped value may stand between two fields.
    private static bool IsInside(string[] lines, int index, int fields) =>
        index + 1 < lines.Length
        && (string.IsNullOrWhiteSpace(lines[index]) || fields >= 1)
        && FieldOf(lines[index + 1]) != Field.None;

    private static Field FieldOf(string line) => NameOf(line) is { Length: > 0 } name ? Names.GetValueOrDefault(name) : Field.None;

    // "*主　题*：", "| 发件人 |" and "Sent at :" are the same as "主题:", "发件人:" and "Sent at:".
    private static string NameOf(string line)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        for (var i = 0; i < line.Length && i < LongestName * 3; i++)
        {
            var c = line[i];
            if (c is ':' or '：' || (c is '|' or '\t' && length > 0))
            {
                return name[..length].ToString();
            }

            if (char.IsWhiteSpace(c) || c is '*' or '|' or '_')
            {
                continue;
            }

            if (length == LongestName)
            {
                return "";
            }

            name[length++] = c;
        }

        return "";
    }

    private static IEnumerable<KeyValuePair<string, Field>> Entries()
    {
        (Field Field, string Names)[] groups =
        [
            (Field.From, "from von de da van fra från lähettäjä od nadawca от отправитель від remitente expéditeur mittente remetente afzender afsender avsender avsändare odesílatel feladó kimden gönderen από 发件人 发件者 发信人 发送人 发送者 由 發件人 寄件人 寄件者 差出人 送信者 보낸사람 보낸이"),
            (Field.Sent, "sent sentat senton date gesendet datum envoyé envoyéle fecha enviado enviadoel enviadaem data inviato inviatoil verzonden sendt dato skickat lähetetty päivämäärä wysłano отправлено дата надіслано odesláno elküldve tarih gönderme ημερομηνία 发送时间 发送日期 发件时间 发件日期 发送于 已发送 日期 时间 發送時間 發送日期 傳送時間 傳送日期 寄件日期 寄件時間 時間 日付 日時 送信日時 보낸날짜 날짜"),
            (Field.To, "to an à a para aan til till vastaanottaja do komu кому pre kime příjemce címzett προς 收件人 收信人 收件者 宛先 받는사람 받는이"),
            (Field.Subject, "subject betreff objet sujet asunto oggetto assunto onderwerp emne ämne aihe temat předmět tárgy konu subiect θέμα тема 主题 主題 主旨 标题 標題 邮件主题 件名 제목"),
            (Field.Other, "cc bcc kopie kopi kopia copia copieà копия 抄送 抄送人 密送 副本 참조 reply-to replyto antworten-an risposta importance wichtigkeit importanza attachments attachment anlagen anhang pièces-jointes adjuntos 附件 优先级 priority 抄送至 抄送者"),
        ];
        return groups.SelectMany(g => g.Names.Split(' ').Select(name => KeyValuePair.Create(name, g.Field)));
    }
}
