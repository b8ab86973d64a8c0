using Azure.Storage.Queues;
using Mailroom.LocalHost.Azurite;
using Mailroom.Support;
using Mailroom.Support.Azurite;
using AzuriteInstall = Mailroom.LocalHost.Azurite.AzuriteInstall;

namespace Mailroom.LocalHost.Tests.Azurite;

[Collection(SharedAzurite.Name)]
public sealed class AzuriteProcessTests
{
    private static readonly AzuriteInstall Install = new(RepoRoot.Folder);

    [AzuriteFact]
    public async Task A_restart_finds_the_azurite_that_outlived_its_host()
    {
        using var folder = new TempFolder();
        var first = await AzuriteProcess.StartAsync(Install, folder.Root, usualPorts: false, default);

        var second = await AzuriteProcess.StartAsync(Install, folder.Root, usualPorts: false, default);

        await second.StopAsync();
        Assert.False(first.IsReused);
        Assert.True(second.IsReused);
        Assert.Equal(first.State, second.State);
        Assert.False(first.State.IsRunning());
    }

    [AzuriteFact]
    public async Task A_clean_stop_saves_everything()
    {
        using var folder = new TempFolder();
        var before = await AzuriteProcess.StartAsync(Install, folder.Root, usualPorts: false, default);
        var queue = new QueueClient(before.State.ConnectionString, "kept");
        await queue.CreateAsync();
        await queue.SendMessageAsync("remember me");
        await before.StopAsync();

        var after = await AzuriteProcess.StartAsync(Install, folder.Root, usualPorts: false, default);
        var kept = await new QueueClient(after.State.ConnectionString, "kept").ReceiveMessageAsync();
        await after.StopAsync();

        Assert.False(after.IsReused);
        Assert.Equal("remember me", kept.Value.Body.ToString());
    }

    [AzuriteFact]
    public async Task A_process_id_that_went_to_another_program_is_not_taken_for_ours()
    {
        using var folder = new TempFolder();
        var stale = new AzuriteState(Environment.ProcessId, DateTimeOffset.UnixEpoch, 1, 2, 3);
        stale.Save(folder.At("azurite.json"));

        var started = await AzuriteProcess.StartAsync(Install, folder.Root, usualPorts: false, default);
        await started.StopAsync();

        Assert.False(started.IsReused);
    }

    [AzuriteFact]
    public async Task Two_that_want_the_usual_ports_at_once_both_run()
    {
        using var one = new TempFolder();
        using var other = new TempFolder();

        var started = await Task.WhenAll(
            AzuriteProcess.StartAsync(Install, one.Root, usualPorts: true, default),
            AzuriteProcess.StartAsync(Install, other.Root, usualPorts: true, default));
        var ports = started.Select(a => a.State.Blob).ToList();
        await Task.WhenAll(started.Select(a => a.StopAsync()));

        Assert.NotEqual(ports[0], ports[1]);
    }
}
