namespace MimeKit.Internal;

/// <summary>Undoes content transfer encodings; what is not of the encoding is passed over.</summary>
internal static class TransferDecoder
{
    public static byte[] Decode(ContentEncoding encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        ContentEncoding.Base64 => Base64(bytes, flush: false),
        ContentEncoding.QuotedPrintable => QuotedPrintable(bytes),
        ContentEncoding.UUEncode => UUEncoded(bytes),
        _ => bytes.ToArray(),
    };

    /// <param name="bytes">The encoded text.</param>
    /// <param name="flush">True to keep the whole bytes of a last group without padding.</param>
    public static byte[] Base64(ReadOnlySpan<byte> bytes, bool flush)
    {
        var output = new byte[(bytes.Length / 4 * 3) + 3];
        var (length, group, count, padding) = (0, 0, 0, 0);
        foreach (var b in bytes)
        {
            var value = b == '=' && count > 1 ? 0 : Base64Value(b);
            if (value < 0)
            {
                continue;
            }

            padding += b == '=' ? 1 : 0;
            group = (group << 6) | value;
            if (++count == 4)
            {
                output[length++] = (byte)(group >> 16);
                if (padding < 2)
                {
                    output[length++] = (byte)(group >> 8);
                }

                if (padding < 1)
                {
                    output[length++] = (byte)group;
                }

                (group, count, padding) = (0, 0, 0);
            }
        }

        if (flush && count > 1)
        {
            group <<= 6 * (4 - count);
            output[length++] = (byte)(group >> 16);
            if (count == 3 && padding == 0)
            {
                output[length++] = (byte)(group >> 8);
            }
        }

        return output[..length];
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var output = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '=')
            {
                output[length++] = bytes[i];
                continue;
            }

            var rest = bytes[(i + 1)..];
            if (rest.Length >= 2 && HexValue(rest[0]) >= 0 && HexValue(rest[1]) >= 0)
            {
                output[length++] = (byte)((HexValue(rest[0]) << 4) | HexValue(rest[1]));
                i += 2;
                continue;
            }

            var skip = 0;
            while (skip < rest.Length && skip < 80 && rest[skip] is (byte)' ' or (byte)'\t')
            {
                skip++;
            }

            if (skip == rest.Length)
            {
                break;
            }

            if (rest[skip] == '\n')
            {
                i += skip + 1;
            }
            else if (rest[skip] == '\r' && skip + 1 < rest.Length && rest[skip + 1] == '\n')
            {
                i += skip + 2;
            }
            else
            {
                output[length++] = (byte)'=';
            }
        }

        return output[..length];
    }

    public static byte[] UUEncoded(ReadOnlySpan<byte> bytes)
    {
        var output = new MemoryStream();
        var inside = false;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)'\r');
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (!inside)
            {
                inside = line.StartsWith("begin "u8);
                continue;
            }

            if (line.IsEmpty || line.SequenceEqual("end"u8))
            {
                break;
            }

            UULine(line, output);
        }

        return output.ToArray();
    }

    public static int HexValue(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static void UULine(ReadOnlySpan<byte> line, MemoryStream output)
    {
        var want = (line[0] - 32) & 63;
        for (var i = 1; want > 0 && i < line.Length; i += 4)
        {
            var group = 0;
            for (var j = 0; j < 4; j++)
            {
                group = (group << 6) | (i + j < line.Length ? (line[i + j] - 32) & 63 : 0);
            }

            for (var shift = 16; shift >= 0 && want > 0; shift -= 8, want--)
            {
                output.WriteByte((byte)(group >> shift));
            }
        }
    }

    private static int Base64Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
