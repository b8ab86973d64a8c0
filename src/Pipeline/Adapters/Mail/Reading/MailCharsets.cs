using System.Globalization;
using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Charset labels as mails use them, and the charset of bytes whose label is missing or wrong.</summary>
internal static class MailCharsets
{
    private const int Gb18030Page = 54936;

    // .NET's own fallback of the old code pages is a question mark, which cannot be told from one that was written.
    private static readonly DecoderReplacementFallback Unreadable = new("\uFFFD");

    static MailCharsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The superset of GB2312 and GBK: what mails so labelled really hold.</summary>
    public static Encoding Gb18030 => Page(Gb18030Page);

    /// <summary>What mails labelled ISO-8859-1 really hold.</summary>
    public static Encoding Western => Page(1252);

    /// <summary>The encoding of a label; null when it is missing or nobody knows it.</summary>
    public static Encoding? Find(string? label)
    {
        var name = Name(label);
        if (name.Length is 0 or > 40)
        {
            return null;
        }

        try
        {
            return Known(name) ?? ByNumber(name) ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Unreadable);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return name.Contains("gb", StringComparison.Ordinal) ? Gb18030 : null;
        }
    }

    /// <summary>"GB2312; format=flowed", "3D\"gb_2312\"", "cs utf 8" as one name in one spelling.</summary>
    private static string Name(string? label)
    {
        var name = (label ?? "").Trim().Trim('"', '\'', ';', ',').ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        var end = name.IndexOfAny([';', ',', '"', '*']);
        name = end > 0 ? name[..end].TrimEnd('-') : name;
        name = name.StartsWith("3d", StringComparison.Ordinal) ? name[2..].Trim('"') : name;
        return name.StartsWith("iso-8859-", StringComparison.Ordinal) && (name.EndsWith("-e", StringComparison.Ordinal) || name.EndsWith("-i", StringComparison.Ordinal)) ? name[..^2] : name;
    }

    private static Encoding? Known(string name) => name switch
    {
        "gb2312" or "gbk" or "x-gbk" or "gb18030" or "gb-2312-80" or "gb2312-80" or "cp936" or "euc-cn" or "x-euc-cn" or "euccn"
            or "chinese" or "csgb2312" or "windows-936" or "ms936" or "936" or "zh-cn" => Gb18030,
        "hz" or "hz-gb" or "hz-gb2312" or "hz-gb-2312" or "chinese-hz" => Page(52936),
        "iso-2022-cn" or "iso-2022-cn-ext" => Page(50227),
        "utf8" or "utf-8" or "utf8mb4" or "unicode-1-1-utf-8" or "x-unicode-2-0-utf-8" or "utf-8-8bit" or "x-utf-8" or "utf-8-sig"
            or "cp65001" or "windows-65001" => Encoding.UTF8,
        "utf-7" or "utf7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7" or "csunicode11utf7" or "utf-7-imap" => Utf7.Encoding,
        "utf-16" or "utf16" or "ucs-2" or "unicode" or "iso-10646-ucs-2" => Utf16.Encoding,
        "iso-8859-1" or "latin1" or "latin-1" or "l1" or "iso8859-1" or "8859-1" or "ansi" or "iso-latin-1" or "ibm819" or "cp819" => Western,
        "latin2" or "latin-2" or "l2" => Page(28592),
        "latin9" or "latin-9" or "latin0" => Page(28605),
        "ascii" or "us-ascii" or "usascii" or "us" or "ansi-x3.4-1968" or "iso646-us" or "iso-646" or "646" => Encoding.ASCII,
        "ks-c-5601" or "ks-c-5601-1987" or "ks-c-5601-1989" or "ksc-5601" or "ksc5601" or "ks-x-1001" or "korean" or "cp949" or "ms949"
            or "uhc" or "x-windows-949" or "euc-kr" or "euckr" or "x-euc-kr" or "cseuckr" => Page(949),
        "sjis" or "s-jis" or "shift-jis" or "shiftjis" or "x-sjis" or "x-shift-jis" or "ms-kanji" or "cp932" or "ms932" or "windows-31j"
            or "cswindows31j" => Page(932),
        "iso-2022-jp" or "iso-2022-jp-ms" or "iso-2022-jp-1" or "iso-2022-jp-2" or "iso-2022-jp-3" or "csiso2022jp" or "cp50220"
            or "cp50221" or "jis" or "jis7" => Page(50220),
        "euc-jp" or "eucjp" or "x-euc-jp" or "x-euc" or "ujis" or "eucjp-ms" or "cp51932" => Page(51932),
        "big5" or "big5-hkscs" or "big5hkscs" or "big-5" or "cn-big5" or "x-big5" or "x-x-big5" or "csbig5" or "big5-eten" or "cp950"
            or "ms950" or "zh-tw" => Page(950),
        "koi8-r" or "koi8r" or "koi8" or "koi-8" or "koi-8-r" or "koi8-ru" or "cskoi8r" => Page(20866),
        "koi8-u" or "koi8u" => Page(21866),
        "macintosh" or "mac" or "x-mac-roman" or "macroman" => Page(10000),
        "tis-620" or "tis620" or "x-windows-874" => Page(874),
        _ => null,
    };

    /// <summary>Text of bytes under a label; a wrong or missing label is met by a look at the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="label">The declared charset.</param>
    /// <param name="repairs">Takes a note when the label was not followed.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, ICollection<string> repairs)
    {
        if (CharsetGuess.Marked(bytes) is { } marked)
        {
            return marked.GetString(bytes);
        }

        var declared = Find(label);
        if (declared is not null && !(declared.CodePage == Encoding.ASCII.CodePage && !IsPlainAscii(bytes)))
        {
            return Declared(bytes, declared, repairs);
        }

        var guess = CharsetGuess.Of(bytes);
        if (!IsPlainAscii(bytes))
        {
            Note(repairs, $"The charset was {(string.IsNullOrWhiteSpace(label) ? "missing" : "wrong or unknown")}; read as {guess.WebName}.");
        }

        return guess.GetString(bytes);
    }

    /// <summary>The encoding of a code page; what it cannot read becomes U+FFFD.</summary>
    internal static Encoding Page(int number) => Encoding.GetEncoding(
        number, EncoderFallback.ReplacementFallback, number is 932 or 949 or 950 ? new BestFit(number) : Unreadable);

    private static string Declared(ReadOnlySpan<byte> bytes, Encoding declared, ICollection<string> repairs)
    {
        var text = declared.GetString(bytes);
        var wrong = text.Contains('\uFFFD', StringComparison.Ordinal);
        if (!wrong && !(declared.CodePage == Western.CodePage && CharsetGuess.IsSurelyNotWestern(bytes)))
        {
            return text;
        }

        var better = CharsetGuess.Of(bytes);
        if (better.CodePage == declared.CodePage || better.CodePage == Western.CodePage)
        {
            return text;
        }

        var other = better.GetString(bytes);
        var lost = text.Count(c => c == '\uFFFD');
        if (wrong && (other.Count(c => c == '\uFFFD') >= lost || (declared.CodePage == Encoding.UTF8.CodePage && text.Count(c => c > 127) > 2 * lost)))
        {
            return text;
        }

        Note(repairs, $"The text is {better.WebName}, not {declared.WebName} as declared.");
        return other;
    }

    private static bool IsPlainAscii(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes) && !bytes.Contains((byte)0x1B);

    private static void Note(ICollection<string> repairs, string note)
    {
        if (!repairs.Contains(note))
        {
            repairs.Add(note);
        }
    }

    /// <summary>"cp1251", "windows-1251", "iso8859-15", "ibm850".</summary>
    private static Encoding? ByNumber(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (!int.TryParse(name.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return stem switch
        {
            "iso-8859-" or "iso8859-" or "8859-" or "iso-8859" when number is > 0 and < 17 => Page(number == 11 ? 874 : 28590 + number),
            "cp" or "cp-" or "windows-" or "windows" or "win-" or "win" or "x-cp" or "ibm" or "ibm-" => Page(number),
            _ => null,
        };
    }
}
