using System.Collections.Frozen;
using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>The likeliest charset of bytes whose label is missing or wrong: what marks itself, then UTF-8, then by script.</summary>
internal static class CharsetGuess
{
    private const int Sample = 16 * 1024;

    /// <summary>Of the characters that are not ASCII, how many must be everyday ones before a script is believed.</summary>
    private const double Believable = 0.2;

    // The everyday characters of each script. A text read in the wrong charset hits them by chance only: one in ten, not one in three.
    private static readonly (int Page, FrozenSet<char> Everyday)[] Scripts =
    [
        (54936, Set("的是我不了一在有人这个们上你到时大来为和他地出就要会可也说生以下能子那得着自之过发后作里用道行所然家事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实您请问付款号退账户银行卡订单提现充值钱元收到谢谢，。！？、：；“”（）")),
        (950, Set("的是我不了一在有人這個們上你到時大來為和他地出就要會可也說生以下能子那得著自之過發後作裡用道行所然家事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實您請問付款號退帳戶銀行卡訂單提現充值錢元收到謝，。！？、：；「」（）")),
        (949, Set("이다는을에하의고가를은지기도로한사서리어들인나니아과그자해있시대수만으라일정면게보부주안전여것스장오우원습합입요세있없했")),
        (932, Kana()),
        (51932, Kana()),
        (1251, Set("оеаинтсрвлкмдпуяызьбгчй")),
        (20866, Set("оеаинтсрвлкмдпуяызьбгчй")),
        (1253, Set("αοιετσνηυρπκμλςάίόέή")),
        (874, Set("านรอกเงคมยลวดทสตะปบขจชไใแโพ่้ีัิ")),
    ];

    /// <summary>The encoding that the bytes name themselves: a byte order mark. Null when there is none.</summary>
    public static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : bytes.Length % 2 == 0 && (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) ? Utf16.Encoding
        : null;

    /// <summary>The likeliest charset; Western where nothing speaks for another.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (Shifted(bytes) is { } shifted)
        {
            return shifted;
        }

        if (LooksLikeUtf8(bytes))
        {
            return Encoding.UTF8;
        }

        var (page, share) = Script(bytes);
        return share >= Believable ? MailCharsets.Page(page)
            : Pairs(bytes) is var (common, other) && common > 0 && common >= other * 3 ? MailCharsets.Gb18030
            : MailCharsets.Western;
    }

    /// <summary>True when bytes that claim to be Western are without doubt UTF-8 or Chinese.</summary>
    public static bool IsSurelyNotWestern(ReadOnlySpan<byte> bytes)
    {
        var foreign = bytes.Length - Count(bytes);
        if (foreign < 4)
        {
            return false;
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            // Two accents in a row do stand in Western text, the three bytes of a Chinese character do not.
            return bytes.IndexOfAnyInRange((byte)0xE3, (byte)0xE9) >= 0;
        }

        var (common, other) = Pairs(bytes);
        return common >= 4 && other * 10 <= common && Script(bytes) is (54936 or 950, > 0.3);
    }

    /// <summary>Charsets in seven bits, which switch by escapes.</summary>
    private static Encoding? Shifted(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0)
        {
            return MailCharsets.Page(50220);
        }

        if (bytes.IndexOf("\u001b$)C"u8) >= 0)
        {
            return MailCharsets.Page(50225);
        }

        if (bytes.IndexOf("\u001b$)A"u8) >= 0)
        {
            return MailCharsets.Page(50227);
        }

        return Ascii.IsValid(bytes) && bytes.IndexOf("~{"u8) is >= 0 and var open && bytes[open..].IndexOf("~}"u8) is > 2 and var length && length % 2 == 0
            ? MailCharsets.Page(52936)
            : null;
    }

    /// <summary>Well-formed but for a stray byte or a cut end.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var whole = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            (good, bad) = whole ? (good + 1, bad) : (good, bad + 1);
            bytes = bytes[length..];
        }

        return bad * 20 <= good;
    }

    /// <summary>The script whose everyday characters the bytes show most, and their share.</summary>
    private static (int Page, double Share) Script(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes.Length > Sample ? bytes[..Sample] : bytes;
        var best = (Page: 0, Share: 0.0);
        var dense = IsDense(sample);
        foreach (var (page, everyday) in Scripts)
        {
            // One byte a letter: accents of Western text would pass for it, but these stand alone among Latin letters.
            if (page is 1251 or 20866 or 1253 or 874 && !dense)
            {
                continue;
            }

            var text = MailCharsets.Page(page).GetString(sample);
            var foreign = text.Count(c => c > 127);
            var unreadable = text.Count(c => c == '\uFFFD' || c is >= '\uE000' and <= '\uF8FF');
            var share = foreign == 0 || unreadable * 20 > foreign ? 0 : (double)text.Count(everyday.Contains) / foreign;
            share = page is 1251 or 20866 or 1253 or 874 && (foreign < 8 || share < 0.6) ? 0 : share;
            best = share > best.Share ? (page, share) : best;
        }

        return best;
    }

    /// <summary>Foreign letters in words of their own.</summary>
    private static bool IsDense(ReadOnlySpan<byte> bytes)
    {
        var (foreign, neighbours, latin) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            latin += char.IsAsciiLetter((char)bytes[i]) ? 1 : 0;
            if (bytes[i] > 127)
            {
                foreign++;
                neighbours += (i > 0 && bytes[i - 1] > 127) || (i + 1 < bytes.Length && bytes[i + 1] > 127) ? 1 : 0;
            }
        }

        return foreign > 3 && neighbours * 10 >= foreign * 8 && foreign * 4 >= latin;
    }

    /// <summary>Chinese text is pairs of which nearly all lie in the block of GB2312; accents of Western text stand alone.</summary>
    private static (int Common, int Other) Pairs(ReadOnlySpan<byte> bytes)
    {
        var (common, other) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            var next = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (bytes[i] is >= 0xA1 and <= 0xF7 && next is >= 0xA1 and <= 0xFE)
            {
                common++;
                i++;
            }
            else if (bytes[i] is >= 0x81 and <= 0xFE && (next is >= 0x40 and not 0x7F or >= 0x30 and <= 0x39))
            {
                other++;
                i++;
            }
            else
            {
                other += 2;
            }
        }

        return (common, other);
    }

    private static int Count(ReadOnlySpan<byte> bytes)
    {
        var ascii = 0;
        foreach (var b in bytes)
        {
            ascii += b < 128 ? 1 : 0;
        }

        return ascii;
    }

    private static FrozenSet<char> Set(string characters) => characters.ToFrozenSet();

    private static FrozenSet<char> Kana() =>
        Enumerable.Range(0x3041, 0x53).Concat(Enumerable.Range(0x30A1, 0x5B)).Select(c => (char)c).Concat("。、ー「」日本人").ToFrozenSet();
}
