using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Storage;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support;
using Mailroom.Support.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Pipeline.Tests;

[Collection(SharedAzurite.Name)]
public sealed class MailroomServicesTests(AzuriteServer azurite)
{
    [Fact]
    public void Nothing_is_connected_before_the_first_mail()
    {
        using var services = Wire(("MailStorage", "UseDevelopmentStorage=true"));

        Type[] handlers = [typeof(AcceptMail), typeof(ReceiveMail), typeof(DeliverMail), typeof(CheckDeadline), typeof(Sweep), typeof(WriteDigests)];

        Assert.All(handlers, h => Assert.NotNull(services.GetRequiredService(h)));
        Assert.Empty(services.GetRequiredService<OperationCounter>().Counts);
    }

    [Fact]
    public void An_identity_connection_makes_its_clients_without_asking_for_a_token()
    {
        using var services = Wire(("MailStorage", null), ("MailStorage:accountName", "mailroomprod"), ("MailStorage:credential", "managedidentity"));
        var storage = services.GetRequiredService<StorageClients>();

        Assert.Equal("https://mailroomprod.queue.core.windows.net/deadlines", storage.Queue("deadlines").Uri.AbsoluteUri);
        Assert.Equal("https://mailroomprod.blob.core.windows.net/mail", storage.Mail.Uri.AbsoluteUri);
        Assert.Equal("Due", storage.Table("Due").Name);
    }

    [Theory]
    [InlineData("folder", typeof(FolderSender))]
    [InlineData("smtp", typeof(SmtpSender))]
    public void Mail_leaves_as_the_settings_say(string delivery, Type sender)
    {
        using var services = Wire(("MailStorage", "UseDevelopmentStorage=true"), ("MailDelivery", delivery));

        Assert.IsType(sender, services.GetRequiredService<IMailSender>());
    }

    [AzuriteFact]
    public async Task Storage_is_created_once_however_often_it_is_asked()
    {
        using var services = Wire(("MailStorage", azurite.NewAccount()));

        await MailroomServices.CreateStorageAsync(services, CancellationToken.None);
        await MailroomServices.CreateStorageAsync(services, CancellationToken.None);

        var storage = services.GetRequiredService<StorageClients>();
        Assert.True(await storage.Mail.ExistsAsync());
        Assert.True(await storage.Queue("deadlines-poison").ExistsAsync());
    }

    private static ServiceProvider Wire(params (string Name, string? Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["PolicyFile"] = RepoRoot.At("src", "Functions", "Policy", "policy.yaml"),
            ["SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["OutFolder"] = "out",
            ["SmtpHost"] = "mail.example.com",
            ["DeskAddress"] = "http://127.0.0.1:7071/",
        };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        var services = new ServiceCollection();
        services.AddMailroom(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }
}
