using System.Collections.Concurrent;
using System.Text;

namespace MimeKit.Internal;

/// <summary>Charset labels of mails, and bytes whose charset nobody declared.</summary>
internal static class Charsets
{
    private static readonly Dictionary<string, int> CodePages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = 65001, ["unicode-1-1-utf-8"] = 65001, ["utf-8"] = 65001,
        ["ansi_x3.4-1968"] = 20127, ["ascii"] = 20127, ["iso646-us"] = 20127, ["us-ascii"] = 20127,
        ["latin1"] = 28591, ["l1"] = 28591,
        ["gb2312"] = 936, ["gb_2312-80"] = 936, ["gbk"] = 936, ["x-gbk"] = 936, ["cp936"] = 936, ["euc-cn"] = 936,
        ["hz-gb-2312"] = 52936, ["gb18030"] = 54936,
        ["big5"] = 950, ["big5-hkscs"] = 950, ["cp950"] = 950,
        ["shift_jis"] = 932, ["shift-jis"] = 932, ["sjis"] = 932, ["cp932"] = 932, ["windows-31j"] = 932,
        ["iso-2022-jp"] = 50220, ["euc-jp"] = 51932,
        ["euc-kr"] = 51949, ["ks_c_5601-1987"] = 949, ["cp949"] = 949, ["iso-2022-kr"] = 50225,
        ["koi8-r"] = 20866, ["koi8-u"] = 21866, ["tis-620"] = 874, ["macintosh"] = 10000,
    };

    private static readonly ConcurrentDictionary<int, Encoding> Strict = new();

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Latin1 => Encoding.Latin1;

    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of a label; null when there is none.</summary>
    public static Encoding? Find(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant() ?? "";
        if (name.Length is 0 or > 40)
        {
            return null;
        }

        try
        {
            var number = NumberOf(name);
            var found = number > 0 ? Encoding.GetEncoding(number) : Encoding.GetEncoding(name);
            return found.CodePage == 65000 ? null : found.CodePage == 65001 ? Utf8 : found;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The name to write for an encoding.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        932 => "iso-2022-jp",
        936 => "gb2312",
        949 => "euc-kr",
        _ => encoding.WebName.ToLowerInvariant(),
    };

    /// <summary>Undeclared bytes: UTF-8 when they are that, else the parser's own charset, else Latin-1.</summary>
    public static string Guess(ParserOptions options, ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        return TryStrict(Utf8, bytes) ?? TryStrict(options.CharsetEncoding, bytes) ?? Latin1.GetString(bytes);
    }

    private static string? TryStrict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = Strict.GetOrAdd(encoding.CodePage, _ =>
        {
            var copy = (Encoding)encoding.Clone();
            copy.DecoderFallback = DecoderFallback.ExceptionFallback;
            return copy;
        });
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int NumberOf(string name)
    {
        if (CodePages.TryGetValue(name, out var known))
        {
            return known;
        }

        var digits = name.Length;
        while (digits > 0 && char.IsAsciiDigit(name[digits - 1]))
        {
            digits--;
        }

        if (digits == name.Length || !int.TryParse(name.AsSpan(digits), out var number))
        {
            return 0;
        }

        var stem = name[..digits].Replace('_', '-');
        return stem switch
        {
            "iso-8859-" or "iso8859-" or "iso-8859" or "8859-" => number is > 0 and < 17 ? (number == 11 ? 874 : 28590 + number) : 0,
            "windows-" or "windows-cp" or "cp" or "cp-" or "ibm" or "x-cp" or "microsoft-cp" => number,
            _ => 0,
        };
    }
}
