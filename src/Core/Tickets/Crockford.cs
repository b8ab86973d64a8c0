using System.Text;

namespace Mailroom.Core.Tickets;

/// <summary>Crockford's base32: no I, L, O, U, so that people can read it out.</summary>
public static class Crockford
{
    /// <summary>The 32 digits.</summary>
    public const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Encodes bytes, five bits a character, the last one padded with zero bits.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int buffer = 0, bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Digits[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text.Append(Digits[(buffer << (5 - bits)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The digit's value, reading O as 0 and I or L as 1; -1 when it is none.</summary>
    public static int Value(char digit) => char.ToUpperInvariant(digit) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var c => Digits.IndexOf(c, StringComparison.Ordinal),
    };
}
