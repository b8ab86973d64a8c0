using System.Diagnostics;
using Mailroom.Core.Effects;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;

namespace Mailroom.Pipeline.Tests.Month;

/// <summary>The month, lived once for all that is said about it, on an Azurite of its own.</summary>
[CollectionDefinition(Name)]
public sealed class MonthOfMail : ICollectionFixture<MonthOfMail>, IAsyncLifetime
{
    public const string Name = "Month";

    private readonly AzuriteServer _azurite = new();

    private readonly List<LivedHouse> _houses = [];

    /// <summary>The houses that it was lived in.</summary>
    internal IReadOnlyList<LivedHouse> Houses => _houses;

    /// <summary>Every ticket with its events.</summary>
    internal IReadOnlyList<TicketHistory> Tickets => [.. _houses.SelectMany(h => h.Tickets)];

    /// <summary>What was sent.</summary>
    internal IReadOnlyList<OutgoingMail> Sent => [.. _houses.SelectMany(h => h.House.Sender.Sent)];

    /// <summary>How long it took, in real time.</summary>
    internal TimeSpan Took { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (AzuriteInstall.WhySkipped is not null)
        {
            return;
        }

        await _azurite.InitializeAsync();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < MonthPlan.Houses; number++)
        {
#pragma warning disable CA2000 // The houses are asked by the tests, and disposed after the last one.
            var house = await House.OpenAsync(_azurite.NewAccount());
#pragma warning restore CA2000
            var run = new MonthRun(house, MonthPlan.Deeds(number));
            await run.LiveAsync();
            var tickets = await house.Get<TicketStore>().HistoriesAsync(null, CancellationToken.None).ToListAsync();
            _houses.Add(new(house, run, tickets, [.. tickets.Select(t => TicketLife.Of(t.Events))]));
        }

        Took = watch.Elapsed;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var lived in _houses)
        {
            await lived.House.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }
}

/// <summary>A house with what was lived in it.</summary>
/// <param name="House">The house.</param>
/// <param name="Run">How it was lived.</param>
/// <param name="Tickets">Every ticket with its events.</param>
/// <param name="Lives">The same, read anew.</param>
internal sealed record LivedHouse(House House, MonthRun Run, IReadOnlyList<TicketHistory> Tickets, IReadOnlyList<TicketLife> Lives);
