using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Pipeline;

/// <summary>Puts the shell together: one wiring for the Functions app, the local host and the command.</summary>
public static class MailroomServices
{
    /// <summary>Adds settings (checked at start, all faults at once), policy, storage clients (lazily connected), adapters and handlers.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">Flat settings.</param>
    public static IServiceCollection AddMailroom(this IServiceCollection services, IConfiguration configuration) =>
        throw new NotSupportedException();

    /// <summary>Creates tables, queues and the mail container where they are missing.</summary>
    public static Task CreateStorageAsync(IServiceProvider services, CancellationToken cancellation) => throw new NotSupportedException();
}
