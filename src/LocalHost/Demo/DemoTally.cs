using System.Text.Json.Serialization;
using Mailroom.Core.Effects;
using Mailroom.Core.Intake;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.LocalHost.Demo;

/// <summary>The demonstration's result, counted from what is really there; the last line of its output.</summary>
internal sealed record DemoTally(
    [property: JsonPropertyName("mails")] int Mails,
    [property: JsonPropertyName("tickets")] int Tickets,
    [property: JsonPropertyName("joined")] int Joined,
    [property: JsonPropertyName("silent")] int Silent,
    [property: JsonPropertyName("acks")] int Acks,
    [property: JsonPropertyName("escalations")] int Escalations,
    [property: JsonPropertyName("digests")] int Digests,
    [property: JsonPropertyName("deadLetters")] int DeadLetters,
    [property: JsonPropertyName("unaccounted")] int Unaccounted)
{
    /// <summary>Counts.</summary>
    /// <param name="fed">The sample files that were handed in.</param>
    /// <param name="snapshot">What is there.</param>
    public static DemoTally Of(IReadOnlyList<string> fed, DemoSnapshot snapshot)
    {
        var ended = snapshot.Ledger.Where(r => r.Ending is not null).ToList();
        var tickets = ended.Count(r => r.Ending == MailEnding.Ticket);
        var joined = ended.Count(r => r.Ending == MailEnding.Joined);
        var dead = ended.Count(r => r.Ending == MailEnding.DeadLetter);
        return new DemoTally(
            Mails: snapshot.Ledger.Sum(r => r.Sources.Count),
            Tickets: tickets,
            Joined: joined,
            // A mail that came a second time is its row's second source: nothing more happened for it.
            Silent: ended.Sum(r => r.Sources.Count) - tickets - joined - dead,
            Acks: Sent(snapshot, OutgoingKind.Acknowledgement),
            Escalations: Sent(snapshot, OutgoingKind.Escalation) + Sent(snapshot, OutgoingKind.EscalationList),
            Digests: Sent(snapshot, OutgoingKind.Digest),
            DeadLetters: dead + snapshot.Poisoned,
            Unaccounted: fed.Count(f => !snapshot.IsEnded(f)) + snapshot.Ledger.Count(r => r.Ending is null && !fed.Any(f => DemoSnapshot.Came(r, f))));
    }

    /// <summary>What keeps the demonstration from being a success; null when nothing does.</summary>
    public string? Trouble() =>
        Unaccounted > 0 ? $"{Unaccounted} mails did not come to an end."
        : DeadLetters > 0 ? $"{DeadLetters} messages failed again and again and were set aside."
        : Escalations == 0 || Digests == 0 ? "No escalation or no digest was sent."
        : null;

    private static int Sent(DemoSnapshot snapshot, OutgoingKind kind) =>
        snapshot.Outbox.Count(o => o.Mail.Kind == kind && o.State == OutboxState.Sent && snapshot.Sent.ContainsKey(o.Mail.MessageId));
}
