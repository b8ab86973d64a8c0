using System.Runtime.CompilerServices;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>A policy's signals, their phrases ready to be looked for.</summary>
internal sealed class SignalIndex
{
    // Making phrases ready costs more than reading a mail; the same policy always gives the same index.
    private static readonly ConditionalWeakTable<SupportPolicy, SignalIndex> Known = [];

    private readonly (string Category, Signal Signal, Phrase Phrase)[] _entries;

    private SignalIndex(SupportPolicy policy) =>
        _entries = [.. policy.Categories.SelectMany(c => c.Signals.Select(s => (c.Code, s, new Phrase(s.Phrase))))];

    /// <summary>The index of a policy.</summary>
    public static SignalIndex Of(SupportPolicy policy) => Known.GetValue(policy, p => new SignalIndex(p));

    /// <summary>The signals that stand in a text; of signals of one category within one another, only the widest.</summary>
    public IReadOnlyList<MatchedSignal> FindIn(WordStream text)
    {
        var found = from entry in _entries
                    let span = entry.Phrase.FindIn(text)
                    where span is not null
                    select new MatchedSignal(entry.Category, entry.Signal, span.Value);
        return [.. found.GroupBy(m => m.Category).SelectMany(WithoutCovered)];
    }

    private static List<MatchedSignal> WithoutCovered(IEnumerable<MatchedSignal> matches)
    {
        List<MatchedSignal> kept = [];
        foreach (var match in matches.OrderByDescending(m => m.Signal.Weight).ThenByDescending(m => m.Span.End - m.Span.Start))
        {
            if (!kept.Exists(k => k.Span.Covers(match.Span) && (match.Signal.Priority is null || match.Signal.Priority == k.Signal.Priority)))
            {
                kept.Add(match);
            }
        }

        return kept;
    }
}
