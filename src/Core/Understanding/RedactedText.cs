namespace Mailroom.Core.Understanding;

/// <summary>A text without its secrets, and where they stood.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">What was taken out, in order.</param>
public sealed record RedactedText(string Text, IReadOnlyList<RedactedSpan> Spans)
{
    /// <summary>The place in the original of a place in the redacted text; within a mask, where the secret begins.</summary>
    public int ToOriginal(int place)
    {
        var span = Spans.LastOrDefault(s => s.Start <= place);
        return span is null ? place : place < span.End ? span.OriginalStart : span.OriginalEnd + (place - span.End);
    }

    /// <summary>The place in the redacted text of a place in the original; within a secret, where its mask begins.</summary>
    public int ToRedacted(int place)
    {
        var span = Spans.LastOrDefault(s => s.OriginalStart <= place);
        return span is null ? place : place < span.OriginalEnd ? span.Start : span.End + (place - span.OriginalEnd);
    }
}

/// <summary>One secret that was taken out.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Start">Where its mask begins in the redacted text.</param>
/// <param name="End">Where its mask ends.</param>
/// <param name="OriginalStart">Where it began in the original.</param>
/// <param name="OriginalEnd">Where it ended in the original.</param>
public sealed record RedactedSpan(RedactedKind Kind, int Start, int End, int OriginalStart, int OriginalEnd);

/// <summary>What a secret is.</summary>
public enum RedactedKind
{
    /// <summary>A payment card number; the last four digits stay.</summary>
    Card,

    /// <summary>What a card shows beside its number: security code, expiry.</summary>
    CardDetail,

    /// <summary>The number of an identity card, passport or travel permit.</summary>
    Identity,

    /// <summary>A bank account; the last four digits stay.</summary>
    Account,

    /// <summary>A telephone number; what stays is the policy's.</summary>
    Phone,

    /// <summary>A password, PIN or one-time code.</summary>
    Secret,
}
