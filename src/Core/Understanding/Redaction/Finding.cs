namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Something to take out of a folded text, and what stands there instead.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The place behind its last character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mask">What replaces it: a shape that <see cref="TextFold"/> knows again.</param>
internal sealed record Finding(int Start, int End, RedactedKind Kind, string Mask);
