using System.Security.Cryptography;
using Mailroom.LocalHost.Pickup;
using Mailroom.LocalHost.Settings;
using Mailroom.Pipeline;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Support;
using Mailroom.Support.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mailroom.LocalHost.Tests.Pickup;

[Collection(SharedAzurite.Name)]
public sealed class PickupFolderTests(AzuriteServer azurite)
{
    private const string Mail = "From: Li <li@x.example>\r\nSubject: hello\r\n\r\nMy money is gone.\r\n";

    [AzuriteFact]
    public async Task A_file_is_taken_once_it_is_stable_and_moved_when_the_ledger_has_it()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        using var pickup = Pickup(folder, house);
        await File.WriteAllTextAsync(folder.At("a.eml"), Mail);

        await pickup.LookAsync(default);
        Assert.True(File.Exists(folder.At("a.eml")));
        await pickup.LookAsync(default);

        Assert.True(File.Exists(folder.At("done/a.eml")));
        Assert.Equal(["pickup:a.eml"], (await RowAsync(house, Mail)).Sources);
    }

    [AzuriteFact]
    public async Task A_file_that_still_grows_is_left_alone()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        using var pickup = Pickup(folder, house);
        await File.WriteAllTextAsync(folder.At("a.eml"), Mail);

        await pickup.LookAsync(default);
        await File.AppendAllTextAsync(folder.At("a.eml"), "More.");
        await pickup.LookAsync(default);

        Assert.True(File.Exists(folder.At("a.eml")));
    }

    [AzuriteFact]
    public async Task A_folder_that_somebody_deleted_is_there_again()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        using var pickup = Pickup(folder, house);
        await pickup.LookAsync(default);

        Directory.Delete(folder.At(""), recursive: true);
        await pickup.LookAsync(default);

        Assert.True(Directory.Exists(folder.At("")));
    }

    [AzuriteFact]
    public async Task A_death_between_taking_in_and_moving_counts_the_mail_once()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        await house.GetRequiredService<AcceptMail>().HandleAsync(BinaryData.FromString(Mail), "pickup:a.eml", default);
        using var pickup = Pickup(folder, house);
        await File.WriteAllTextAsync(folder.At("a.eml"), Mail);

        await pickup.LookAsync(default);
        await pickup.LookAsync(default);

        Assert.True(File.Exists(folder.At("done/a.eml")));
        Assert.Single((await RowAsync(house, Mail)).Sources);
    }

    [AzuriteFact]
    public async Task Two_files_of_one_name_both_stay()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        using var pickup = Pickup(folder, house);
        foreach (var text in new[] { Mail, Mail + "Again." })
        {
            await File.WriteAllTextAsync(folder.At("a.eml"), text);
            await pickup.LookAsync(default);
            await pickup.LookAsync(default);
        }

        Assert.True(File.Exists(folder.At("done/a.eml")));
        Assert.True(File.Exists(folder.At("done/a.1.eml")));
    }

    [AzuriteFact]
    public async Task A_file_beyond_every_bound_is_refused_with_its_reason_beside_it()
    {
        using var folder = new TempFolder();
        await using var house = await HouseAsync();
        using var pickup = Pickup(folder, house);
        await using (var huge = File.Create(folder.At("huge.eml")))
        {
            huge.SetLength(161L * 1024 * 1024);
        }

        await pickup.LookAsync(default);
        await pickup.LookAsync(default);

        Assert.True(File.Exists(folder.At("refused/huge.eml")));
        Assert.Contains("bytes", await File.ReadAllTextAsync(folder.At("refused/huge.eml.txt")), StringComparison.Ordinal);
    }

    private static PickupFolder Pickup(TempFolder folder, IServiceProvider house) =>
        new(folder.Root, house.GetRequiredService<AcceptMail>(), NullLogger<PickupFolder>.Instance);

    private static async Task<LedgerRow> RowAsync(IServiceProvider house, string mail)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(mail)));
        return (await house.GetRequiredService<LedgerStore>().FindAsync(sha256, default))!;
    }

    private async Task<ServiceProvider> HouseAsync()
    {
        var settings = LocalSettings.Read(
            RepoRoot.At("local.settings.example.json"), new Dictionary<string, string?> { ["MailStorage"] = azurite.NewAccount() });
        var services = new ServiceCollection().AddLogging().AddMailroom(settings).BuildServiceProvider();
        await MailroomServices.CreateStorageAsync(services, default);
        return services;
    }
}
