using Mailroom.Pipeline.Operations;
using Mailroom.Support.Azurite;
using Xunit.Abstractions;

namespace Mailroom.Pipeline.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class MailCostTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int Most = 25;

    [AzuriteFact]
    public async Task One_new_mail_costs_at_most_25_storage_requests()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());

        var cost = await MailCost.MeasureAsync(house.Services, CancellationToken.None);

        foreach (var step in cost.Steps)
        {
            output.WriteLine($"{step.Name}: {step.Total}");
            foreach (var count in step.Counts)
            {
                output.WriteLine($"  {count.Count} x {count.Service} {count.Operation}");
            }
        }

        output.WriteLine($"host: {cost.HostRequests}; in all {cost.Total}");
        Assert.InRange(cost.Total, 15, Most);
        Assert.Single(house.Sender.Sent);
    }
}
