using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Running;
using Mailroom.LocalHost.Settings;
using Mailroom.Support;

namespace Mailroom.LocalHost.Tests.Running;

public sealed class LocalAppTests
{
    [Fact]
    public async Task The_example_settings_pass_the_check() => await CheckAsync(new Dictionary<string, string?>());

    [Fact]
    public async Task Wrong_settings_are_all_named_at_once_before_anything_starts()
    {
        var wrong = new Dictionary<string, string?> { ["SigningKey"] = "short", ["MaxMailBytes"] = "5", ["MailDelivery"] = "pigeon" };

        var refusal = await Assert.ThrowsAsync<HostStartException>(() => CheckAsync(wrong));

        Assert.Contains("SigningKey", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("MaxMailBytes", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("MailDelivery", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task CheckAsync(Dictionary<string, string?> overrides)
    {
        using var folder = new TempFolder();
        using var data = DataFolder.Open(folder.Root);
        var file = RepoRoot.At("local.settings.example.json");
        await using var app = LocalApp.Build(LocalSettings.Read(file, overrides), data, TimeProvider.System, new HostOptions(), 0, isQuiet: true);

        LocalApp.Check(app, file);
    }
}
