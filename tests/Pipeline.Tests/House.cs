using System.Text;
using Azure.Core;
using Azure.Storage.Queues;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Settings;
using Mailroom.Support;
using Mailroom.Support.Fakes;
using Mailroom.Support.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mailroom.Pipeline.Tests;

/// <summary>The whole shell on a real Azurite account of its own, with a clock that stands and a sender that keeps, or the real one where the settings say "smtp".</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>The setting that names a <see cref="TokenAuthority"/>; the product knows no such.</summary>
    public const string TokensFrom = "TokensFrom";

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    // Real servers answer at once; one that is made to hang need not be waited for as long as in the product.
    private static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(5);
    private readonly ServiceProvider _services;

    // The host is another process: it does not die with the worker.
    private readonly QueueServiceClient _host;

    private House(ServiceProvider services, string connection)
    {
        _services = services;
        _host = new QueueServiceClient(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
    }

    /// <summary>Wednesday morning in Shanghai, in working hours.</summary>
    public FakeClock Clock => (FakeClock)Get<TimeProvider>();

    public Crash Crash => Get<Crash>();

    public ListSender Sender => Get<ListSender>();

    /// <summary>Counts the table rows that come back.</summary>
    public RowCounter Rows => Get<RowCounter>();

    public IServiceProvider Services => _services;

    /// <summary>Opens a house.</summary>
    /// <param name="connection">Its storage.</param>
    /// <param name="policyFile">Its policy; the shipped one when it is left out.</param>
    /// <param name="more">Further settings.</param>
    public static Task<House> OpenAsync(string connection, string? policyFile = null, params (string Setting, string Value)[] more) =>
        OpenAsync(connection, policyFile, ReadingTime.Usual, more);

    /// <summary>Opens a house in which reading a mail may take so long.</summary>
    public static async Task<House> OpenAsync(
        string connection, string? policyFile, ReadingTime time, params (string Setting, string Value)[] more)
    {
        var services = Wire(connection, policyFile ?? RepoRoot.At("src", "Functions", "Policy", "policy.yaml"), time, more);
        await MailroomServices.CreateStorageAsync(services, CancellationToken.None);
        return new House(services, connection);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Hands a mail in.</summary>
    public Task<Receipt> AcceptAsync(string mail, string source = "http") =>
        Get<AcceptMail>().HandleAsync(new BinaryData(Encoding.UTF8.GetBytes(mail)), source, CancellationToken.None);

    /// <summary>Hands a mail in and works until nothing is left to do now; tells how it ended.</summary>
    public async Task<LedgerRow> BringAsync(string mail, string source = "http")
    {
        var receipt = await AcceptAsync(mail, source);
        await WorkAsync();
        return (await RowAsync(receipt.Sha256))!;
    }

    public Task<LedgerRow?> RowAsync(string sha256) => Get<LedgerStore>().FindAsync(sha256, CancellationToken.None);

    public Task<StoredTicket> TicketAsync(LedgerRow row)
    {
        Assert.True(TicketNumber.TryParse(row.Ticket, out var number), $"{row.Ending} by {row.Rule}: {row.Reason}");
        return Get<TicketStore>().LoadAsync(number, CancellationToken.None);
    }

    /// <summary>Works like the host: each visible message to its handler, deleted when that succeeds.</summary>
    public async Task WorkAsync()
    {
        while (await DrainAsync<MailPointer>("mail-received", (m, c) => Get<ReceiveMail>().HandleAsync(m, c))
            + await DrainAsync<OutgoingPointer>("mail-outgoing", (m, c) => Get<DeliverMail>().HandleAsync(m, c)) > 0)
        {
            // Each message may have caused others.
        }
    }

    /// <summary>The messages that are visible in a queue now, taken out.</summary>
    public async Task<IReadOnlyList<T>> TakeAsync<T>(string queue)
    {
        List<T> taken = [];
        await DrainAsync<T>(queue, (m, _) =>
        {
            taken.Add(m);
            return Task.CompletedTask;
        });
        return taken;
    }

    /// <summary>How many messages a queue holds, visible or not.</summary>
    public async Task<int> CountAsync(string queue) =>
        (await _host.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>Sets a message aside as the host does after too many failures.</summary>
    public Task PoisonAsync(string queue, object message) =>
        _host.GetQueueClient(queue + "-poison").SendMessageAsync(BinaryData.FromObjectAsJson(message));

    /// <summary>Sets a message aside as it came, without base64.</summary>
    public Task PoisonTextAsync(string queue, string text) =>
        Get<StorageClients>().RawQueue(queue + "-poison").SendMessageAsync(text);

    public Task SweepAsync() => Get<Sweep>().HandleAsync(CancellationToken.None);

    private static ServiceProvider Wire(string connection, string policyFile, ReadingTime time, (string Setting, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MailStorage"] = connection,
            ["PolicyFile"] = policyFile,
            ["SigningKey"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("a key for tests, not for the world")),
            ["OutFolder"] = Path.Combine(Path.GetTempPath(), "mailroom-tests"),
            ["DeskAddress"] = "http://127.0.0.1:7071/",
        };
        foreach (var (setting, value) in more)
        {
            settings[setting] = value;
        }

        var services = new ServiceCollection();
        var crash = new Crash();
        services.AddSingleton<TimeProvider>(new FakeClock(new DateTimeOffset(2026, 5, 6, 2, 0, 0, TimeSpan.Zero)));
        services.AddSingleton(crash);
        services.AddSingleton(new StorageStep(crash, HttpPipelinePosition.PerCall));
        var rows = new RowCounter();
        services.AddSingleton(rows);
        services.AddSingleton(new StorageStep(rows, HttpPipelinePosition.PerCall));
        services.AddMailroom(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.Replace(ServiceDescriptor.Singleton(time));
        services.AddSingleton<ListSender>();
        if (settings.GetValueOrDefault("MailDelivery") == "smtp")
        {
            services.Replace(ServiceDescriptor.Singleton(s => new SmtpConnections(s.GetRequiredService<SmtpDoor>(), TimeProvider.System) { Patience = ServerPatience }));
        }
        else
        {
            services.Replace(ServiceDescriptor.Singleton<IMailSender>(s => s.GetRequiredService<ListSender>()));
        }

        if (settings.GetValueOrDefault(TokensFrom) is { } tokens)
        {
            services.Replace(ServiceDescriptor.Singleton<Func<MailApplication, TokenCredential>>(a => TokenAuthority.Credential(new Uri(tokens), a)));
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    private async Task<int> DrainAsync<T>(string name, Func<T, CancellationToken, Task> handle)
    {
        var queue = _host.GetQueueClient(name);
        var handled = 0;
        while (true)
        {
            var messages = (await queue.ReceiveMessagesAsync(32, Hidden)).Value;
            foreach (var message in messages)
            {
                try
                {
                    await handle(message.Body.ToObjectFromJson<T>()!, CancellationToken.None);
                }
                catch
                {
                    // As after a crash: the message comes back.
                    await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
                    throw;
                }

                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                handled++;
            }

            if (messages.Length == 0)
            {
                return handled;
            }
        }
    }
}
