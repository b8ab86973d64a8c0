using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>The decoded bytes of a part.</summary>
internal static class PartBytes
{
    private const int LongestWord = 40;

    /// <summary>Decodes a part. Base64 is read here: a last group without padding is a mail program's habit, not a loss.</summary>
    public static byte[] Of(MimePart part)
    {
        if (part.Content is not { } content)
        {
            return [];
        }

        using var memory = new MemoryStream((int)(content.Stream?.Length ?? 0));
        if (content.Encoding != ContentEncoding.Base64)
        {
            content.DecodeTo(memory);
            return memory.ToArray();
        }

        content.WriteTo(memory);
        var text = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        return part.ContentType.IsMimeType("text", "*") && IsProse(text) ? text.ToArray() : Base64(text);
    }

    /// <summary>True for words under a wrong label: base64 has no blanks within its lines and no other signs.</summary>
    public static bool IsProse(ReadOnlySpan<byte> text)
    {
        var (letters, others, run, longest) = (0, 0, 0, 0);
        foreach (var b in text.Trim(" \t\r\n"u8))
        {
            var isLetter = Value(b) >= 0;
            letters += isLetter ? 1 : 0;
            others += !isLetter && b is not ((byte)'=' or (byte)'\r' or (byte)'\n') ? 1 : 0;
            run = isLetter ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return others > 3 && others * 12 > letters && longest < LongestWord;
    }

    /// <summary>Reads base64, whatever else stands between its letters.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        // Counted first, so that a large file is in memory once: padding within the text makes it shorter, nothing longer.
        var letters = 0;
        foreach (var b in text)
        {
            letters += Value(b) >= 0 ? 1 : 0;
        }

        var output = new byte[(int)(letters * 3L / 4)];
        var (length, group, count) = (0, 0, 0);
        foreach (var b in text)
        {
            var value = Value(b);
            if (value >= 0)
            {
                group = (group << 6) | value;
                if (++count == 4)
                {
                    length = Put(output, length, group, 3);
                    (group, count) = (0, 0);
                }
            }
            else if (b == '=' && count > 1)
            {
                length = Put(output, length, group << (6 * (4 - count)), count - 1);
                (group, count) = (0, 0);
            }
        }

        length = count > 1 ? Put(output, length, group << (6 * (4 - count)), count - 1) : length;
        return length == output.Length ? output : output[..length];
    }

    private static int Put(byte[] output, int at, int group, int bytes)
    {
        for (var i = 0; i < bytes; i++)
        {
            output[at++] = (byte)(group >> (16 - (8 * i)));
        }

        return at;
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
