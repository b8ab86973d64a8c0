using System.Text.Json.Serialization;

namespace Mailroom.Pipeline.Adapters.Queues;

/// <summary>Message of queue mail-received: where a raw mail lies.</summary>
public sealed record MailPointer(
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("receivedAt")] DateTimeOffset ReceivedAt);

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
