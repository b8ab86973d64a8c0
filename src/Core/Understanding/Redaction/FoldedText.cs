namespace Mailroom.Core.Understanding.Redaction;

/// <summary>A text in the one form that patterns are written for, with the place that each character has in the original.</summary>
/// <param name="Text">Simplified, lower case, half width, with ASCII digits; what was taken out is one character.</param>
/// <param name="Starts">The place of each character in the original, and last the original's length.</param>
internal sealed record FoldedText(string Text, IReadOnlyList<int> Starts)
{
    /// <summary>Stands for a card number that was taken out.</summary>
    public const char CardGone = '\uFFFA';

    /// <summary>Stands for something else that was taken out.</summary>
    public const char Gone = '\uFFFB';

    /// <summary>The break of a line between two digits: a number may go on behind it.</summary>
    public const char BreakInNumber = '\v';

    /// <summary>The text without what was found; the findings are in order and do not overlap.</summary>
    public FoldedText Without(IReadOnlyList<Finding> findings)
    {
        var kept = new FoldBuilder(Text.Length, Starts[^1]);
        var copied = 0;
        foreach (var finding in findings)
        {
            Copy(kept, copied, finding.Start);
            kept.Add(finding.Kind == RedactedKind.Card ? CardGone : Gone, Starts[finding.Start]);
            copied = finding.End;
        }

        Copy(kept, copied, Text.Length);
        return kept.Build();
    }

    private void Copy(FoldBuilder kept, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            kept.Add(Text[i], Starts[i]);
        }
    }
}
