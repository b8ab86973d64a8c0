namespace Mailroom.Core.Understanding;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units from the beginning of the text.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The place behind the last character.</summary>
    internal int End => Start + Length;

    /// <summary>Whether two stretches share a character.</summary>
    internal bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
