using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>The text of a compressed RTF body (MS-OXRTFCP), as Outlook puts it into winmail.dat.</summary>
internal static class RtfText
{
    private const uint Compressed = 0x75465A4C;
    private const string Dictionary =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "htmltag", "mhtmltag", "generator", "listtable", "themedata",
    };

    /// <summary>The text; empty when the bytes are no such body.</summary>
    /// <param name="bytes">The compressed bytes.</param>
    /// <param name="codePage">The charset of bytes that are written as \'xx.</param>
    public static string Of(ReadOnlySpan<byte> bytes, Encoding codePage) =>
        bytes.Length < 16 ? ""
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == Compressed ? Plain(Expand(bytes[16..]), codePage)
        : Plain(Encoding.Latin1.GetString(bytes[16..]), codePage);

    private static string Expand(ReadOnlySpan<byte> input)
    {
        var ring = new byte[4096];
        var write = Encoding.ASCII.GetBytes(Dictionary, ring);
        var output = new StringBuilder();
        for (var at = 0; at < input.Length;)
        {
            var control = input[at++];
            for (var bit = 0; bit < 8 && at < input.Length; bit++, control >>= 1)
            {
                if ((control & 1) == 0)
                {
                    Put(input[at++]);
                    continue;
                }

                if (at + 1 >= input.Length || output.Length > 4 * ReadBounds.Html)
                {
                    return output.ToString();
                }

                var (offset, length) = ((input[at] << 4) | (input[at + 1] >> 4), (input[at + 1] & 15) + 2);
                at += 2;
                if (offset == write % 4096)
                {
                    return output.ToString();
                }

                for (var i = 0; i < length; i++)
                {
                    Put(ring[(offset + i) % 4096]);
                }
            }
        }

        return output.ToString();

        void Put(byte b)
        {
            ring[write % 4096] = b;
            write = (write + 1) % 4096;
            output.Append((char)b);
        }
    }

    private static string Plain(string rtf, Encoding codePage)
    {
        var output = new StringBuilder();
        var bytes = new List<byte>();
        var hidden = new Stack<bool>();
        var isHidden = false;
        for (var i = 0; i < rtf.Length; i++)
        {
            var c = rtf[i];
            if (c == '\\' && i + 3 < rtf.Length && rtf[i + 1] == '\'' && byte.TryParse(rtf.AsSpan(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 3;
                continue;
            }

            Flush();
            switch (c)
            {
                case '{':
                    hidden.Push(isHidden);
                    break;
                case '}':
                    isHidden = hidden.TryPop(out var before) && before;
                    break;
                case '\\':
                    i = Control(rtf, i + 1, output, ref isHidden);
                    break;
                case '\r' or '\n':
                    break;
                default:
                    output.Append(isHidden ? "" : c.ToString());
                    break;
            }
        }

        Flush();
        return output.ToString().Trim();

        void Flush()
        {
            output.Append(isHidden || bytes.Count == 0 ? "" : codePage.GetString([.. bytes]));
            bytes.Clear();
        }
    }

    /// <summary>Obeys one control word; gives its last character.</summary>
    private static int Control(string rtf, int at, StringBuilder output, ref bool isHidden)
    {
        var end = at;
        while (end < rtf.Length && char.IsAsciiLetter(rtf[end]))
        {
            end++;
        }

        if (end == at)
        {
            isHidden |= at < rtf.Length && rtf[at] == '*';
            output.Append(!isHidden && at < rtf.Length && rtf[at] is '\\' or '{' or '}' ? rtf[at].ToString() : "");
            return at;
        }

        var word = rtf[at..end];
        var digits = end;
        while (digits < rtf.Length && (char.IsAsciiDigit(rtf[digits]) || (digits == end && rtf[digits] == '-')))
        {
            digits++;
        }

        var hasNumber = int.TryParse(rtf.AsSpan(end, digits - end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        var last = digits < rtf.Length && rtf[digits] == ' ' ? digits : digits - 1;
        isHidden = word == "htmlrtf" ? !hasNumber || number != 0 : isHidden || Unseen.Contains(word);
        if (isHidden)
        {
            return last;
        }

        output.Append(word switch
        {
            "par" or "line" => "\n",
            "tab" => "\t",
            "u" when hasNumber => ((char)(ushort)number).ToString(),
            _ => "",
        });
        return word == "u" && last + 1 < rtf.Length && rtf[last + 1] is '?' ? last + 1 : last;
    }
}
