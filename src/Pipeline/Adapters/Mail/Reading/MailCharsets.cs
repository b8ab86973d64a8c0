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
        var name = (label ?? "").Trim().Trim('"', '\'', ';').ToLowerInvariant().Replace('_', '-');
        name = name.StartsWith("iso-8859-", StringComparison.Ordinal) && name.EndsWith("-e", StringComparison.Ordinal) ? name[..^2] : name;
        if (name.Length is 0 or > 40)
        {
            return null;
        }

        try
        {
            return name switch
            {
                "gb2312" or "gbk" or "x-gbk" or "gb18030" or "gb-2312-80" or "gb2312-80" or "cp936" or "euc-cn" or "x-euc-cn"
                    or "chinese" or "csgb2312" or "windows-936" or "ms936" or "936" => Gb18030,
                "utf8" or "utf-8" or "utf8mb4" or "unicode-1-1-utf-8" or "x-unicode-2-0-utf-8" or "utf-8-8bit" => Encoding.UTF8,
                "utf-7" or "unicode-1-1-utf-7" or "csunicode11utf7" => Utf7.Encoding,
                "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "8859-1" or "ansi" or "iso-latin-1" => Western,
                "ascii" or "us-ascii" or "ansi-x3.4-1968" or "iso646-us" or "646" => Encoding.ASCII,
                "ks-c-5601-1987" or "ks-c-5601-1989" or "ksc5601" or "korean" or "cp949" or "euc-kr" => Page(949),
                "sjis" or "shift-jis" or "x-sjis" or "ms-kanji" or "cp932" or "windows-31j" => Page(932),
                "iso-2022-jp" or "iso-2022-jp-ms" or "csiso2022jp" => Page(50220),
                "big5" or "big5-hkscs" or "big-5" or "cn-big5" or "x-x-big5" or "cp950" => Page(950),
                "macintosh" or "mac" or "x-mac-roman" => Page(10000),
                "tis-620" => Page(874),
                _ => ByNumber(name) ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Unreadable),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Text of bytes under a label; a wrong or missing label is met by a look at the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="label">The declared charset.</param>
    /// <param name="repairs">Takes a note when the label was not followed.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, ICollection<string> repairs)
    {
        var declared = Find(label);
        if (declared is not null && !(declared.CodePage == Encoding.ASCII.CodePage && !Ascii.IsValid(bytes)))
        {
            var text = declared.GetString(bytes);
            if (!text.Contains('\uFFFD', StringComparison.Ordinal) || Guess(bytes) is not { } better || better.CodePage == Western.CodePage)
            {
                return text;
            }

            repairs.Add($"The text is {better.WebName}, not {declared.WebName} as declared.");
            return better.GetString(bytes);
        }

        var guess = Guess(bytes) ?? Encoding.UTF8;
        if (!Ascii.IsValid(bytes))
        {
            repairs.Add($"The charset was {(string.IsNullOrWhiteSpace(label) ? "missing" : "wrong or unknown")}; read as {guess.WebName}.");
        }

        return guess.GetString(bytes);
    }

    /// <summary>The likeliest charset of undeclared bytes: UTF-8, else Chinese where the pairs look like it, else Western.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0)
        {
            return Page(50220);
        }

        return LooksLikeUtf8(bytes) ? Encoding.UTF8 : LooksLikeGb18030(bytes) ? Gb18030 : Western;
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
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                good++;
            }
            else
            {
                bad++;
            }

            bytes = bytes[length..];
        }

        return bad * 20 <= good;
    }

    /// <summary>Chinese text is pairs of which nearly all lie in the block of GB2312; accents of Western text stand alone.</summary>
    private static bool LooksLikeGb18030(ReadOnlySpan<byte> bytes)
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

        return common > 0 && common >= other * 3;
    }

    private static Encoding Page(int number) => Encoding.GetEncoding(number, EncoderFallback.ReplacementFallback, Unreadable);

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
