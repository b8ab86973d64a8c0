using Mailroom.Core.Policy;
using Mailroom.Pipeline.Settings;
using Mailroom.Support.Builders;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Pipeline.Tests.Settings;

public sealed class WebhookTargetsTests
{
    private const string Secret = "0123456789abcdef";

    [Theory]
    [InlineData("Webhook__pager__")]
    [InlineData("Webhook:pager:")]
    [InlineData("WEBHOOK__PAGER__")]
    public void A_webhook_is_read_from_a_file_the_environment_and_Azure_alike(string prefix)
    {
        var targets = Read((prefix + "Url", "https://hooks.example.com/x"), (prefix + "Secret", Secret));

        Assert.Empty(targets.Faults);
        Assert.Equal(new(new Uri("https://hooks.example.com/x"), Secret), targets.All["pager"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/x", Secret, null)]
    [InlineData("http://hooks.example.com/x", Secret, "Webhook__pager__Url is no https address; http is for loopback only.")]
    [InlineData("ftp://hooks.example.com/x", Secret, "Webhook__pager__Url is no https address")]
    [InlineData("", Secret, "Webhook__pager__Url is no https address")]
    [InlineData("https://me:secret@hooks.example.com/x", Secret, "Webhook__pager__Url holds a name or password")]
    [InlineData("https://hooks.example.com/x", "short", "Webhook__pager__Secret is shorter than 16 characters")]
    public void An_address_is_https_and_a_secret_is_long(string address, string secret, string? fault)
    {
        var targets = Read(("Webhook__pager__Url", address), ("Webhook__pager__Secret", secret));

        Assert.Equal(fault is null ? 0 : 1, targets.Faults.Count);
        Assert.All(targets.Faults, f => Assert.StartsWith(fault!, f, StringComparison.Ordinal));
    }

    [Fact]
    public void A_webhook_that_only_the_policy_knows_is_a_fault()
    {
        var step = LadderStep.AtPercent("breach", 100) with { Webhook = "pager" };

        Assert.StartsWith("ladder: \"breach\": webhook: there are no sound settings Webhook__pager__Url", Assert.Single(Read().Missing(Policies.Small with { Ladder = [step] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_address_nor_secret_comes_into_a_message() =>
        Assert.DoesNotContain("example.com", $"{new WebhookTarget(new Uri("https://hooks.example.com/x"), Secret)}", StringComparison.Ordinal);

    private static WebhookTargets Read(params (string Setting, string Value)[] settings) =>
        WebhookTargets.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Setting, (string?)s.Value))).Build());
}
