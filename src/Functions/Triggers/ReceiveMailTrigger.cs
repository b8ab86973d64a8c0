using Azure.Storage.Queues.Models;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>A raw mail waits to be read.</summary>
public sealed class ReceiveMailTrigger(ReceiveMail handler)
{
    [Function("ReceiveMail")]
    public Task RunAsync(
        [QueueTrigger("%MailReceivedQueue%", Connection = "MailStorage")] QueueMessage message, CancellationToken cancellation) =>
        handler.HandleAsync(PointerMessage.Read<MailPointer>(message), cancellation);
}
