using Mailroom.Functions.Api;
using Mailroom.Pipeline;
using Microsoft.Extensions.Hosting;

namespace Mailroom.Functions;

/// <summary>
/// Makes tables and queues that are missing, beside the start and not in it: a start that waits for storage is one that fails on
/// a bad day. A mail that comes before is answered "try again".
/// </summary>
internal sealed class StorageCreation(IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await IsDoneAsync(stoppingToken))
        {
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
        }
    }

    private async Task<bool> IsDoneAsync(CancellationToken cancellation)
    {
        try
        {
            await MailroomServices.CreateStorageAsync(services, cancellation);
            return true;
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return false;
        }
    }
}
