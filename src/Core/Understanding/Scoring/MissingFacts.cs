using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding.Scoring;

/// <summary>Which facts a category needs that the mail does not hold.</summary>
internal static class MissingFacts
{
    private static readonly Phrase[] EarlierCase =
    [
        .. "上次|之前*投诉|之前*反映|之前*联系|工单|第二次|第三次|投诉过|反映过|打过*客服|case|ticket|write before|complain before|last time|third time|third letter|second time|my last"
            .Split('|').Select(p => new Phrase(p)),
    ];

    /// <summary>The codes of the missing facts.</summary>
    /// <remarks>A question needs no facts, and a case number is asked for only where the writer speaks of an earlier case.</remarks>
    public static IReadOnlyList<string> Of(CategoryPolicy category, Priority priority, Entities entities, WordStream text) =>
        priority == Priority.P4
            ? []
            : [.. category.RequiredFacts.Where(f => Value(f, entities) is null && (f != "case_id" || SpeaksOfEarlierCase(text)))];

    private static string? Value(string fact, Entities entities) => fact switch
    {
        "transaction_id" => entities.TransactionId,
        "amount" => entities.Amount,
        "time" => entities.Time,
        "phone" => entities.Phone,
        "card" => entities.Card,
        _ => entities.Other.GetValueOrDefault(fact),
    };

    private static bool SpeaksOfEarlierCase(WordStream text) => Array.Exists(EarlierCase, p => p.FindIn(text) is not null);
}
