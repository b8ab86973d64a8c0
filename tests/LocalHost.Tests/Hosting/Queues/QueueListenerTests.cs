using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Queues;
using Mailroom.Support.Azurite;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mailroom.LocalHost.Tests.Hosting.Queues;

[Collection(SharedAzurite.Name)]
public sealed class QueueListenerTests(AzuriteServer azurite)
{
    private const string Queue = "letters";

    [AzuriteFact]
    public async Task A_message_that_fails_five_times_lies_in_the_poison_queue_with_its_body()
    {
        await using var run = await ListenAsync(azurite.NewAccount());
        run.Bench.Calls.Body = (_, _) => throw new InvalidDataException("never works");

        await run.SendAsync("bad news");
        await Eventually.IsTrueAsync(async () => await run.CountAsync(Queue + "-poison") == 1 && await run.CountAsync(Queue) == 0, "poisoned");

        var poison = (await run.Client(Queue + "-poison").ReceiveMessageAsync()).Value;
        Assert.Equal("bad news", poison.Body.ToString());
        Assert.Equal(5, run.Bench.Calls.Count);
    }

    [AzuriteFact]
    public async Task A_body_that_is_no_base64_goes_to_the_poison_queue_without_a_run()
    {
        await using var run = await ListenAsync(azurite.NewAccount());

        await new QueueClient(run.Connection, Queue).SendMessageAsync("plain, not base64!");
        await Eventually.IsTrueAsync(async () => await run.CountAsync(Queue + "-poison") == 1, "poisoned");

        Assert.Equal(0, run.Bench.Calls.Count);
    }

    [AzuriteFact]
    public async Task A_long_run_keeps_its_message_by_renewing_the_lock()
    {
        var renewals = new CountRequests(RequestMethod.Put);
        var options = Options() with { MessageLock = TimeSpan.FromSeconds(2), ShortestLock = TimeSpan.FromSeconds(2) };
        await using var run = await ListenAsync(azurite.NewAccount(), options, renewals);
        var release = new TaskCompletionSource();
        run.Bench.Calls.Body = (_, _) => release.Task;

        await run.SendAsync("long story");
        await Eventually.IsTrueAsync(() => renewals.Count >= 4, "renewed for twice the lock's length");
        release.SetResult();
        await Eventually.IsTrueAsync(async () => await run.CountAsync(Queue) == 0, "done");

        Assert.Equal(1, run.Bench.Calls.Count);
    }

    [AzuriteFact]
    public async Task A_message_that_was_under_way_when_the_host_stopped_is_worked_after_the_restart()
    {
        var account = azurite.NewAccount();
        await using (var first = await ListenAsync(account))
        {
            first.Bench.Calls.Body = (_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            await first.SendAsync("unfinished");
            await Eventually.IsTrueAsync(() => first.Bench.Calls.Running == 1, "under way");
        }

        await using var second = await ListenAsync(account);
        await Eventually.IsTrueAsync(async () => await second.CountAsync(Queue) == 0, "worked");

        Assert.Equal(1, second.Bench.Calls.Count);
    }

    [AzuriteFact]
    public async Task No_more_messages_run_at_once_than_a_batch_and_the_threshold()
    {
        var options = Options() with { BatchSize = 4, NewBatchThreshold = 2 };
        await using var run = await ListenAsync(azurite.NewAccount(), options);
        using var gate = new SemaphoreSlim(0);
        run.Bench.Calls.Body = (_, cancellation) => gate.WaitAsync(cancellation);
        for (var i = 0; i < 12; i++)
        {
            await run.SendAsync($"letter {i}");
        }

        await Eventually.IsTrueAsync(() => run.Bench.Calls.Running >= 3, "the first batch runs");
        gate.Release(2);
        await Eventually.IsTrueAsync(() => run.Bench.Calls.Count >= 6, "the next batch runs");
        gate.Release(12);
        await Eventually.IsTrueAsync(async () => await run.CountAsync(Queue) == 0, "all done");

        Assert.Equal(12, run.Bench.Calls.Count);
        Assert.InRange(run.Bench.Calls.Most, 3, 6);
    }

    private static HostOptions Options() => new() { StopWait = TimeSpan.FromMilliseconds(50) };

    private static async Task<Run> ListenAsync(string account, HostOptions? options = null, CountRequests? count = null)
    {
        var run = new Run(account, options ?? Options(), count);
        await run.Client(Queue).CreateIfNotExistsAsync();
        run.Start();
        return run;
    }

    public sealed class TestFunctions(Calls calls)
    {
        [Function("Read")]
        public Task ReadAsync([QueueTrigger(Queue, Connection = "Storage")] QueueMessage message, CancellationToken cancellation) =>
            calls.RunAsync(message.Body.ToString(), cancellation);
    }

    private sealed class Run(string connection, HostOptions options, CountRequests? count) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private Task _listening = Task.CompletedTask;

        public HostBench Bench { get; } = new();

        public string Connection => connection;

        public void Start()
        {
            var client = new QueueClientOptions();
            if (count is not null)
            {
                client.AddPolicy(count, HttpPipelinePosition.PerCall);
            }

            var function = HostBench.Function<TestFunctions>("Read", ("Storage", connection));
            var queues = new QueueServiceClient(connection, client);
            var listener = new QueueListener(function, queues, Bench.Runner, options, TimeProvider.System, NullLogger.Instance);
            _listening = listener.RunAsync(_stop.Token, _stop.Token);
        }

        public QueueClient Client(string name) =>
            new(connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        public async Task SendAsync(string text) => await Client(Queue).SendMessageAsync(text);

        public async Task<int> CountAsync(string name) => await Client(name).ExistsAsync()
            ? (await Client(name).GetPropertiesAsync()).Value.ApproximateMessagesCount
            : 0;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _listening;
            _stop.Dispose();
            Bench.Dispose();
        }
    }

    private sealed class CountRequests(RequestMethod method) : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == method)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
