using Azure.Storage.Queues.Models;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>A mail waits to be sent.</summary>
public sealed class DeliverMailTrigger(DeliverMail handler)
{
    [Function("DeliverMail")]
    public Task RunAsync(
        [QueueTrigger("%MailOutgoingQueue%", Connection = "MailStorage")] QueueMessage message, CancellationToken cancellation) =>
        handler.HandleAsync(PointerMessage.Read<OutgoingPointer>(message), cancellation);
}
