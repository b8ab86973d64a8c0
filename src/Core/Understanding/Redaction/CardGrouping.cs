namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Tells groups of digits that are written like one card number from numbers that merely stand side by side.</summary>
internal static class CardGrouping
{
    /// <summary>How the digits are grouped.</summary>
    public enum Kind
    {
        /// <summary>Not like a card number.</summary>
        None,

        /// <summary>In some way that people write card numbers.</summary>
        Possible,

        /// <summary>In fours, as on the card.</summary>
        AsOnCards,
    }

    /// <summary>The grouping of that many groups from that one on.</summary>
    public static Kind Of(IReadOnlyList<DigitGroup> run, int first, int count)
    {
        if (count == 1)
        {
            return Kind.Possible;
        }

        var (size, last) = (run[first].Digits.Length, run[first + count - 1].Digits.Length);
        var (isEven, breaks, dots) = (last <= size, 0, 0);
        for (var i = first + 1; i < first + count; i++)
        {
            breaks += run[i].Before.Contains(FoldedText.BreakInNumber, StringComparison.Ordinal) ? 1 : 0;
            dots += run[i].Before == "." ? 1 : 0;
            isEven = isEven && (i == first + count - 1 || run[i].Digits.Length == size);
        }

        return (breaks, dots) switch
        {
            ( > 1, _) => Kind.None,
            _ when isEven && size == 4 && count >= 4 => Kind.AsOnCards,
            (_, > 0) => Kind.None,
            (1, _) => Kind.Possible,
            _ when isEven && size <= 2 => Kind.Possible,
            _ => size is 4 or 6 or 8 && last >= 4 && count <= 4 ? Kind.Possible : Kind.None,
        };
    }
}
