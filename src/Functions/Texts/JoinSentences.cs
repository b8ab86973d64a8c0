using System.Globalization;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Functions.Texts;

/// <summary>What joined a mail to its ticket, and which ticket a mail may continue, as sentences for agents.</summary>
internal static class JoinSentences
{
    /// <summary>What named the ticket, and who sent it.</summary>
    internal static LocalizedText Of(JoinEvidence evidence)
    {
        var proofs = evidence.Proofs.Select(Of).DistinctBy(p => p.En).ToList();
        var (sender, trust) = (Names.Of(evidence.Sender), Names.Of(evidence.Trust));
        return new(
            $"归入依据（工单 {evidence.Ticket}）：{string.Join('、', proofs.Select(p => p.Zh))}；{sender.Zh}；{trust.Zh}。",
            $"What names ticket {evidence.Ticket}: {string.Join(", ", proofs.Select(p => p.En))}; {sender.En}; {Lower(trust.En)}.");
    }

    /// <summary>The likely parent, why, and what to do.</summary>
    internal static LocalizedText Of(ParentSuggestion suggested)
    {
        var reasons = suggested.Reasons.Select(Names.Of).ToList();
        var isLikely = suggested.Score >= ParentSuggestion.Likely;
        var score = suggested.Score.ToString("0.00", CultureInfo.InvariantCulture);
        return new(
            $"{(isLikely ? "很可能" : "可能")}是工单 {suggested.Ticket} 的后续（{score}）：{string.Join('、', reasons.Select(r => r.Zh))}。如属实，请将本工单并入该工单。",
            $"It {(isLikely ? "very likely" : "possibly")} continues ticket {suggested.Ticket} ({score}): {string.Join(", ", reasons.Select(r => r.En))}. If so, merge this ticket into that one.");
    }

    private static LocalizedText Of(JoinProof proof)
    {
        var name = Names.Of(proof.Kind);
        return proof.MergedFrom is { } from ? new($"{name.Zh}（经由已合并的 {from}）", $"{name.En} (of {from}, merged)") : name;
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
