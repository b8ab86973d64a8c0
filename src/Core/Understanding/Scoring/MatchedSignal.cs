using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>A signal of a category that stands in a text, and where.</summary>
internal sealed record MatchedSignal(string Category, Signal Signal, WordSpan Span)
{
    /// <summary>The phrase as evidence for people.</summary>
    public string Evidence => Signal.Phrase.Replace("*", "…", StringComparison.Ordinal);
}
