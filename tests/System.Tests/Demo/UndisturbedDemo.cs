using Mailroom.Support.Azurite;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Demo;

/// <summary>One demo from its start to its end, which the tests of this folder look at and compare with.</summary>
public sealed class UndisturbedDemo : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);
    private readonly TestFolder _folder = new();

    /// <summary>The exit code.</summary>
    internal int ExitCode { get; private set; } = -1;

    /// <summary>Everything that it wrote.</summary>
    internal string Said { get; private set; } = "";

    /// <summary>The last line.</summary>
    internal DemoResult Result => DemoResult.Of(Said);

    /// <summary>The mails that it left to look at.</summary>
    internal IReadOnlyList<string> SentMails { get; private set; } = [];

    /// <summary>The tickets that are in its storage.</summary>
    internal IReadOnlyList<string> Tickets { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (AzuriteInstall.WhySkipped is not null)
        {
            return;
        }

        await using (var demo = Start(_folder))
        {
            ExitCode = await demo.EndAsync(Limit);
            Said = demo.Said;
        }

        SentMails = _folder.SentMails();
        Tickets = await TicketsAsync(_folder);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Starts a demo on a folder.</summary>
    internal static LocalHostProcess Start(TestFolder folder) =>
        LocalHostProcess.Start(folder, new Dictionary<string, string>(), "--demo", "--port", "0");

    /// <summary>The ticket numbers in a folder's storage, as the API lists them after an ordinary start.</summary>
    internal static async Task<IReadOnlyList<string>> TicketsAsync(TestFolder folder)
    {
        // No sweep: days have passed since the demo's, and this is a look, not a run.
        var settings = new Dictionary<string, string> { ["SweepSchedule"] = "0 0 0 1 1 *", ["DigestSchedule"] = "0 0 0 1 1 *" };
        await using var mailroom = await RunningMailroom.StartAsync(folder, settings);
        return [.. (await mailroom.TicketsAsync()).Order(StringComparer.Ordinal)];
    }
}
