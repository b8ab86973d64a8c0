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

    private static Task CheckAsync(Dictionary<string, string?> overrides)
    {
        var file = RepoRoot.At("local.settings.example.json");

        return LocalApp.CheckAsync(LocalSettings.Read(file, overrides), TimeProvider.System, file);
    }
}
