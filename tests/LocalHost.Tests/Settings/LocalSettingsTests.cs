using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Settings;

namespace Mailroom.LocalHost.Tests.Settings;

public sealed class LocalSettingsTests
{
    [Fact]
    public void Own_settings_are_taken_before_the_example()
    {
        using var folder = new TempFolder();

        Assert.Equal(folder.At("local.settings.example.json"), LocalSettings.FileIn(folder.Root));
        File.WriteAllText(folder.At("local.settings.json"), "{}");
        Assert.Equal(folder.At("local.settings.json"), LocalSettings.FileIn(folder.Root));
    }

    [Fact]
    public void Overrides_win_over_the_files_values()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("s.json"), """{ /* mine */ "Values": { "OutFolder": "a", "SmtpPort": 25, } }""");

        var settings = LocalSettings.Read(folder.At("s.json"), new Dictionary<string, string?> { ["OutFolder"] = "b" });

        Assert.Equal(("b", "25"), (settings["OutFolder"], settings["SmtpPort"]));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void A_file_that_is_no_settings_file_is_refused_with_advice(string content)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("s.json"), content);

        var refusal = Assert.Throws<HostStartException>(() => LocalSettings.Read(folder.At("s.json"), new Dictionary<string, string?>()));

        Assert.Contains("s.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Values'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_storage_that_means_the_emulator_is_replaced()
    {
        var mixed = TestSettings.Of(("AzureWebJobsStorage", "UseDevelopmentStorage=true;"), ("MailStorage:accountName", "mails"));

        Assert.Equal(["AzureWebJobsStorage"], LocalSettings.Emulated(mixed));
        Assert.Empty(LocalSettings.Emulated(TestSettings.Of(("AzureWebJobsStorage", "a=b"), ("MailStorage", "c=d"))));
    }

    [Fact]
    public void A_data_folder_has_one_host_at_a_time()
    {
        using var folder = new TempFolder();
        using var first = DataFolder.Open(folder.At("data"));

        var refusal = Assert.Throws<HostStartException>(() => DataFolder.Open(folder.At("data")));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }
}
