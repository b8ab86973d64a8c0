namespace Mailroom.Core.Understanding.Facts;

/// <summary>A fact as a text holds it.</summary>
/// <param name="Value">The fact.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Found(string Value, TextSpan Place);
