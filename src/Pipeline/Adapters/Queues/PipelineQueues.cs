using Mailroom.Pipeline.Adapters.Clock;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Queues;

/// <summary>Puts pointers into the queues: base64 JSON that never expires.</summary>
public sealed class PipelineQueues(StorageClients storage, IOptions<MailroomSettings> settings, TimeProvider clock)
{
    // The service takes at most seven days; a longer wait goes in hops, each a little shorter.
    private static readonly TimeSpan LongestHop = TimeSpan.FromDays(7) - TimeSpan.FromHours(1);

    // The default of seven days would let a message expire at the very moment at which it appears.
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <summary>Asks for a raw mail to be read.</summary>
    public Task SendAsync(MailPointer message, CancellationToken cancellation) =>
        PutAsync(settings.Value.MailReceivedQueue, message, TimeSpan.Zero, cancellation);

    /// <summary>Asks for an order about a raw mail to be carried out after a while of the product's time.</summary>
    public Task SendLaterAsync(MailPointer message, TimeSpan after, CancellationToken cancellation) =>
        PutAsync(settings.Value.MailReceivedQueue, message, FastClock.RealSpan(clock, after), cancellation);

    /// <summary>Asks for a mail to be sent, at once or after a while of the product's time.</summary>
    public Task SendAsync(OutgoingPointer message, TimeSpan after, CancellationToken cancellation) =>
        PutAsync(settings.Value.MailOutgoingQueue, message, FastClock.RealSpan(clock, after), cancellation);

    /// <summary>Asks for a mail to be sent after a while of real time, when a lease has run out.</summary>
    public Task SendLaterAsync(OutgoingPointer message, TimeSpan realDelay, CancellationToken cancellation) =>
        PutAsync(settings.Value.MailOutgoingQueue, message, realDelay, cancellation);

    /// <summary>Asks for a look at a ticket's clock at its moment; a moment that is further away than a hop comes back early.</summary>
    public Task SendAsync(DeadlinePointer message, CancellationToken cancellation) =>
        PutAsync(settings.Value.DeadlinesQueue, message, FastClock.RealSpan(clock, message.At - clock.GetUtcNow()), cancellation);

    private async Task PutAsync<T>(string queue, T message, TimeSpan delay, CancellationToken cancellation)
    {
        // Delays count in whole seconds; rounding down would show the message before its time.
        var seconds = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, delay.TotalSeconds)));
        var visible = seconds < LongestHop ? seconds : LongestHop;
        await storage.Queue(queue).SendMessageAsync(
            BinaryData.FromString(MailroomJson.Write(message)), visible, Never, cancellation);
    }
}
