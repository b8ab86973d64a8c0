namespace Mailroom.Core.Mail.Quotes;

/// <summary>The lines that PGP puts around and below signed words (RFC 9580 7).</summary>
internal static class PgpArmor
{
    private const string Begin = "-----BEGIN PGP SIGNED MESSAGE-----";
    private const string Signature = "-----BEGIN PGP SIGNATURE-----";
    private const string End = "-----END PGP SIGNATURE-----";

    /// <summary>The lines without the armour, and the dashes that it doubled as they were.</summary>
    public static string[] Without(string[] lines)
    {
        var begin = Array.FindIndex(lines, l => l.TrimEnd() == Begin);
        var signature = begin < 0 ? -1 : Array.FindIndex(lines, begin, l => l.TrimEnd() == Signature);
        if (signature < 0)
        {
            return lines;
        }

        var blank = Array.FindIndex(lines, begin, string.IsNullOrWhiteSpace);
        var words = blank < 0 || blank > signature ? begin : blank;
        var end = Array.FindIndex(lines, signature, l => l.TrimEnd() == End);
        var signed = lines[(words + 1)..signature].Select(l => l.StartsWith("- ", StringComparison.Ordinal) ? l[2..] : l);
        return [.. lines[..begin], .. signed, .. end < 0 ? [] : lines[(end + 1)..]];
    }
}
