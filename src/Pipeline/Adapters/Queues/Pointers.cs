using System.Text.Json.Serialization;

namespace Mailroom.Pipeline.Adapters.Queues;

/// <summary>Message of queue mail-received: where a raw mail lies.</summary>
public sealed record MailPointer(
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("receivedAt")] DateTimeOffset ReceivedAt)
{
    /// <summary>The ticket that the mail is to be taken out of; null when it is to be read for the first time.</summary>
    [JsonPropertyName("undo")]
    public UndoOrder? Undo { get; init; }
}

/// <summary>An agent's order to take a mail out of the ticket that it joined.</summary>
public sealed record UndoOrder(
    [property: JsonPropertyName("ticket")] string Ticket,
    [property: JsonPropertyName("agent")] string Agent,
    [property: JsonPropertyName("at")] DateTimeOffset At);

/// <summary>Message of queue mail-outgoing: which outbox row to send.</summary>
/// <param name="Version">The message's format.</param>
/// <param name="Partition">The outbox row's partition: "t|{ticket}" or "g|{digest}".</param>
/// <param name="MailId">The outbox row's mail.</param>
/// <param name="Attempt">From 1; grows when we send the message again ourselves after a failure.</param>
public sealed record OutgoingPointer(
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("partition")] string Partition,
    [property: JsonPropertyName("mail")] string MailId,
    [property: JsonPropertyName("attempt")] int Attempt);

/// <summary>Message of queue deadlines: look at this ticket's clock at that moment.</summary>
public sealed record DeadlinePointer(
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("ticket")] string Ticket,
    [property: JsonPropertyName("at")] DateTimeOffset At);
