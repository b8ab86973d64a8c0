using Azure.Storage.Queues.Models;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Handlers;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Triggers;

/// <summary>A ticket's clock is to be looked at now.</summary>
public sealed class CheckDeadlineTrigger(CheckDeadline handler)
{
    [Function("CheckDeadline")]
    public Task RunAsync(
        [QueueTrigger("%DeadlinesQueue%", Connection = "MailStorage")] QueueMessage message, CancellationToken cancellation) =>
        handler.HandleAsync(PointerMessage.Read<DeadlinePointer>(message), cancellation);
}
