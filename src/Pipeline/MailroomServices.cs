using Azure.Core;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Blobs;
using Mailroom.Pipeline.Adapters.Imap;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.SignIn;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Adapters.Webhooks;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Operations;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
namespace Mailroom.Pipeline;

/// <summary>Puts the shell together: one wiring for the Functions app, the local host and the command.</summary>
public static class MailroomServices
{
    /// <summary>Adds settings (checked at start, all faults at once), policy, storage clients (lazily connected), adapters and handlers.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">Flat settings.</param>
    public static IServiceCollection AddMailroom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptionsWithValidateOnStart<MailroomSettings, MailroomSettingsValidator>();
        services.AddSingleton<IConfigureOptions<MailroomSettings>>(new SettingsBinding(configuration));
        services.AddSingleton<IValidateOptions<MailroomSettings>, SettingsRules>();
        services.AddSingleton<PolicySource>();
        services.AddSingleton<ModelSource>();
        services.AddSingleton(MailboxAccounts.Read(configuration));
        services.AddSingleton(WebhookTargets.Read(configuration));
        services.AddSingleton(House);
        return services.AddStorage(configuration).AddMailOut().AddHandlers();
    }

    /// <summary>Creates tables, queues and the mail container where they are missing.</summary>
    public static async Task CreateStorageAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var storage = services.GetRequiredService<StorageClients>();
        var settings = services.GetRequiredService<IOptions<MailroomSettings>>().Value;
        string[] queues = [settings.MailReceivedQueue, settings.MailOutgoingQueue, settings.DeadlinesQueue];
        await Task.WhenAll(
        [
            storage.Mail.CreateIfNotExistsAsync(cancellationToken: cancellation),
            .. StorageNames.Tables.Select(t => storage.Table(t).CreateIfNotExistsAsync(cancellation)),
            .. queues.Select(q => storage.Queue(q).CreateIfNotExistsAsync(cancellationToken: cancellation)),
            .. queues.Select(q => storage.Queue(q + StorageNames.PoisonSuffix).CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ]);
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StorageConnection.Read(configuration))
        .AddSingleton<OperationCounter>()
        .AddSingleton<StorageClients>()
        .AddSingleton<MailVault>()
        .AddSingleton<PipelineQueues>()
        .AddSingleton<PoisonQueues>()
        .AddSingleton<TicketStore>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<MailIndexStore>()
        .AddSingleton<LedgerStore>()
        .AddSingleton<DueStore>()
        .AddSingleton<ViewStore>()
        .AddSingleton<PeopleStore>()
        .AddSingleton<MailboxStore>()
        .AddSingleton<BreakerStore>()
        .AddSingleton<StatisticsStore>()
        .AddSingleton<HeldMailStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<NoticeStore>();

    private static IServiceCollection AddMailOut(this IServiceCollection services) => services
        .AddSingleton<TemplateRenderer>()
        .AddSingleton<MailWriter>()
        .AddSingleton<FolderSender>()
        .AddSingleton<Func<MailApplication, TokenCredential>>(MailTokens.Entra)
        .AddSingleton<MailTokens>()
        .AddSingleton<SmtpDoor>()
        .AddSingleton<SmtpConnections>()
        .AddSingleton<SmtpSender>()
        .AddSingleton<WebhookSender>()
        .AddSingleton<IMailSender>(s => s.GetRequiredService<IOptions<MailroomSettings>>().Value.MailDelivery == "smtp"
            ? s.GetRequiredService<SmtpSender>()
            : s.GetRequiredService<FolderSender>());

    private static IServiceCollection AddHandlers(this IServiceCollection services) => services
        .AddSingleton<MergedTickets>()
        .AddSingleton<TicketChange>()
        .AddSingleton<MergeTickets>()
        .AddSingleton<SteerTicket>()
        .AddSingleton<RateTicket>()
        .AddSingleton<UndoJoin>()
        .AddSingleton<FactsLookup>()
        .AddSingleton<MailPlacement>()
        .AddSingleton<BreakerWatch>()
        .AddSingleton<Breakers>()
        .AddSingleton<HeldMails>()
        .AddSingleton<AcknowledgementGrant>()
        .AddSingleton<KnownResponses>()
        .AddSingleton<RollUpResponses>()
        .AddSingleton<EffectsDispatcher>()
        .AddSingleton<MailEndings>()
        .AddSingleton(ReadingTime.Usual)
        .AddSingleton<MailReading>()
        .AddSingleton<MailCommands>()
        .AddSingleton<MailTaking>()
        .AddSingleton<MailMoves>()
        .AddSingleton<MailParking>()
        .AddSingleton<MailSending>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<AcceptMail>()
        .AddSingleton<MailboxDoor>()
        .AddSingleton<MailboxVisits>()
        .AddSingleton<PollMailboxes>()
        .AddSingleton<MailboxReports>()
        .AddSingleton<ReceiveMail>()
        .AddSingleton<DeliverMail>()
        .AddSingleton<ResendMail>()
        .AddSingleton<CheckDeadline>()
        .AddSingleton<Sweep>()
        .AddSingleton<UseLink>()
        .AddSingleton<DigestReading>()
        .AddSingleton<WriteDigests>();

    private static HouseRules House(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<MailroomSettings>>().Value;
        return new HouseRules(
            services.GetRequiredService<PolicySource>().Read(settings),
            new SigningKey(Convert.FromBase64String(settings.SigningKey)))
        {
            PublicAddress = settings.PublicAddress.Length == 0 ? null : new Uri(settings.PublicAddress.TrimEnd('/') + "/"),
        };
    }
}
