using Mailroom.Cli.Running;
using Mailroom.Pipeline;
using Mailroom.Pipeline.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Cli.Checks;

/// <summary>Counts the storage operations that one new mail costs, with a mail of its own on the emulator.</summary>
internal static class CountCheck
{
    /// <summary>What one new mail may cost.</summary>
    private const int Bound = 25;

    internal static async Task<CheckResult> RunAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        if (!IsEmulator(configuration["MailStorage"]))
        {
            return new("count", false, "It opens a ticket, so it is done on the emulator only: MailStorage is another storage.");
        }

        var outbox = Directory.CreateTempSubdirectory("mailroom-count-");
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddMailroom(Aside(configuration, outbox.FullName)).BuildServiceProvider();
            await MailroomServices.CreateStorageAsync(services, cancellation);
            var cost = await MailCost.MeasureAsync(services, cancellation);
            var steps = string.Join(", ", cost.Steps.Select(s => $"{s.Name} {s.Total}"));
            return new(
                "count",
                cost.Total <= Bound,
                $"One new mail costs {cost.Total} storage operations ({steps}, the host's queues {cost.HostRequests}); at most {Bound} are meant. "
                + $"The mail that was counted is ticket {cost.Ticket}.");
        }
        catch (InvalidOperationException e)
        {
            throw new CliException(e.Message, e);
        }
        finally
        {
            outbox.Delete(recursive: true);
        }
    }

    // Queues and a folder of its own, so that a pipeline that runs does not take the mail out of our hands.
    private static IConfigurationRoot Aside(IConfiguration configuration, string outbox) => new ConfigurationBuilder()
        .AddConfiguration(configuration)
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MailReceivedQueue"] = "count-received",
            ["MailOutgoingQueue"] = "count-outgoing",
            ["DeadlinesQueue"] = "count-deadlines",
            ["MailDelivery"] = "folder",
            ["OutFolder"] = outbox,
        })
        .Build();

    private static bool IsEmulator(string? connection) =>
        connection is not null
        && (connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            || connection.Contains("//127.0.0.1:", StringComparison.Ordinal)
            || connection.Contains("//localhost:", StringComparison.OrdinalIgnoreCase));
}
