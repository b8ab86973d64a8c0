using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Support.Azurite;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>How the budgets of many addresses are counted: exactly by one instance, by a sample over all, cheaply.</summary>
[Collection(SharedAzurite.Name)]
public sealed class BreakerWatchTests(AzuriteServer azurite) : IDisposable
{
    private const int Budget = 80;

    private readonly PolicyFolder _policy = new(("perDomain: [80 in PT10M, 200 in PT1H]", "perDomain: [80 in PT1H]"));

    public void Dispose() => _policy.Dispose();

    [AzuriteFact]
    public async Task One_instance_counts_exactly()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount(), _policy.PolicyFile);

        Assert.Equal(Budget + 1, await UntilOpenAsync([house]));
    }

    [AzuriteFact]
    public async Task Four_instances_together_open_it_at_about_the_budget()
    {
        var account = azurite.NewAccount();
        await using var a = await House.OpenAsync(account, _policy.PolicyFile);
        await using var b = await House.OpenAsync(account, _policy.PolicyFile);
        await using var c = await House.OpenAsync(account, _policy.PolicyFile);
        await using var d = await House.OpenAsync(account, _policy.PolicyFile);

        // Three deviations of the estimate, 7 times the mails under the root, and what four caches do not know yet.
        Assert.InRange(await UntilOpenAsync([a, b, c, d]), Budget - 71, Budget + 71 + 16);
    }

    [AzuriteFact]
    public async Task A_mail_costs_one_request_at_most_and_seldom_that()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        var counter = house.Get<OperationCounter>();
        var (most, all) = (0, 0);
        for (var n = 0; n < 200; n++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            counter.Reset();
            await CountAsync(house, n, $"shop-{n}.example");
            var cost = counter.Counts.Sum(c => c.Count);
            (most, all) = (Math.Max(most, cost), all + cost);
        }

        Assert.Equal(1, most);
        Assert.InRange(all, 10, 60);
    }

    [AzuriteFact]
    public async Task What_no_longer_counts_is_removed()
    {
        await using var house = await House.OpenAsync(azurite.NewAccount());
        for (var n = 0; n < 60; n++)
        {
            await CountAsync(house, n);
        }

        var store = house.Get<BreakerStore>();
        var written = (await store.ReadAsync(DateTimeOffset.MinValue, null, CancellationToken.None)).Samples.Count;
        house.Clock.Advance(TimeSpan.FromHours(3));
        await house.SweepAsync();

        Assert.InRange(written, 1, 30);
        Assert.Empty((await store.ReadAsync(DateTimeOffset.MinValue, null, CancellationToken.None)).Samples);
    }

    private static async Task<int> UntilOpenAsync(IReadOnlyList<House> houses)
    {
        for (var n = 1; n <= 10 * Budget; n++)
        {
            var house = houses[n % houses.Count];
            foreach (var each in houses)
            {
                each.Clock.Advance(TimeSpan.FromSeconds(3));
            }

            await CountAsync(house, n);
            if ((await house.Get<BreakerWatch>().RecordsAsync(CancellationToken.None)).Any(r => r.IsOpen))
            {
                return n;
            }
        }

        return int.MaxValue;
    }

    private static Task<bool> CountAsync(House house, int n, string domain = "shop.example") => house.Get<BreakerWatch>().CountAsync(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture)))), domain, CancellationToken.None);
}
