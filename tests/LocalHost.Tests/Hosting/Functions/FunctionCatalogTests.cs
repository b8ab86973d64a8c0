using Azure.Storage.Queues.Models;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Hosting.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.LocalHost.Tests.Hosting.Functions;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Functions_are_found_by_their_attributes_alone()
    {
        var settings = TestSettings.Of(("InQueue", "letters"), ("Storage", "x"), ("Often", "0 */5 * * * *"));

        var found = FunctionCatalog.Discover([typeof(GoodFunctions), typeof(FunctionCatalogTests)], settings);

        Assert.Collection(
            found,
            f => Assert.Equal(new FunctionTrigger.Timer("0 */5 * * * *", UseMonitor: true, RunOnStartup: false), f.Trigger),
            f => Assert.Equal(new FunctionTrigger.Queue("letters", "Storage"), f.Trigger),
            f =>
            {
                var http = Assert.IsType<FunctionTrigger.Http>(f.Trigger);
                Assert.Equal(("look/{id}", AuthorizationLevel.Anonymous), (http.Route, http.Level));
                Assert.Equal(["get", "head"], http.Methods);
            });
    }

    [Fact]
    public void Every_missing_setting_is_named_at_once()
    {
        var refusal = Assert.Throws<HostStartException>(
            () => FunctionCatalog.Discover([typeof(GoodFunctions)], TestSettings.Of(("Unrelated", "x"))));

        Assert.Contains("'InQueue'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Storage'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Often'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_is_none_is_refused_with_an_example()
    {
        var settings = TestSettings.Of(("InQueue", "letters"), ("Storage", "x"), ("Often", "every now and then"));

        var refusal = Assert.Throws<HostStartException>(() => FunctionCatalog.Discover([typeof(GoodFunctions)], settings));

        Assert.Contains("'every now and then' is no schedule", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_cannot_be_filled_is_refused_by_name()
    {
        var refusal = Assert.Throws<HostStartException>(() => FunctionCatalog.Discover([typeof(BadFunctions)], TestSettings.Of()));

        Assert.Contains("'Odd'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'when'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Bare' has 0 triggers", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_product_has_only_functions_that_this_host_can_run()
    {
        var settings = Mailroom.LocalHost.Settings.LocalSettings.Read(
            Support.RepoRoot.At("local.settings.example.json"), new Dictionary<string, string?>());

        var found = FunctionCatalog.Discover(System.Reflection.Assembly.Load("Mailroom.Functions"), settings);

        Assert.Contains(found, f => f.Trigger is FunctionTrigger.Queue { QueueName: "mail-received", Connection: "MailStorage" });
        Assert.Contains(found, f => f.Trigger is FunctionTrigger.Timer);
        Assert.Contains(found, f => f.Trigger is FunctionTrigger.Http { Level: AuthorizationLevel.Function });
    }

    public sealed class GoodFunctions
    {
        [Function("Queued")]
        public static void Queued([QueueTrigger("%InQueue%", Connection = "Storage")] QueueMessage message, CancellationToken cancellation) =>
            _ = (message, cancellation);

        [Function("Clocked")]
        public static void Clocked([TimerTrigger("%Often%")] TimerInfo timer) => _ = timer;

        [Function("Served")]
        public static string Served(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "look/{id}")] HttpRequest request, string id) =>
            request.Path + id;

        public static void NoFunction()
        {
        }
    }

    public sealed class BadFunctions
    {
        [Function("Odd")]
        public static void Odd([TimerTrigger("0 * * * * *")] TimerInfo timer, DateTime when) => _ = (timer, when);

        [Function("Bare")]
        public static void Bare(CancellationToken cancellation) => _ = cancellation;
    }
}
