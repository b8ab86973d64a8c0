using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mailroom.Core.Failures;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support.Azurite;
using Mailroom.Support.Builders;
using Mailroom.Support.Servers;

namespace Mailroom.Pipeline.Tests.Handlers;

/// <summary>A step of the ladder that calls a webhook, against a real HTTP server.</summary>
[Collection(SharedAzurite.Name)]
public sealed class WebhookTests(AzuriteServer azurite)
{
    private const string Secret = "the secret that we sign with";

    [AzuriteFact]
    public async Task A_step_calls_its_webhook_once_with_codes_and_moments_and_no_word_of_the_customers()
    {
        await using var receiver = await WebhookReceiver.OpenAsync();
        using var policy = Policy();
        await using var house = await OpenAsync(policy, receiver.Url.ToString());
        var row = await WarnedAsync(house);

        await house.SweepAsync();
        await house.WorkAsync();

        var call = Assert.Single(receiver.Calls);
        var ticket = await house.TicketAsync(row);
        var rung = Assert.Single(ticket.History.Events.OfType<TicketEvent.LadderReached>());
        using var json = JsonDocument.Parse(call.Body);
        var body = json.RootElement;
        Assert.Equal(("POST", "/hook"), (call.Method, call.Path));
        Assert.Equal(
            ("ladder-reached", row.Ticket, "warning", "firstResponse", 75, false),
            (body.GetProperty("event").GetString(), body.GetProperty("ticket").GetString(), body.GetProperty("step").GetString(),
                body.GetProperty("deadline").GetString(), body.GetProperty("percent").GetInt32(), body.GetProperty("overdue").GetBoolean()));
        Assert.Equal(rung.Due, body.GetProperty("due").GetDateTimeOffset());
        Assert.Equal($"http://127.0.0.1:7071/tickets/{row.Ticket}", body.GetProperty("link").GetString());
        Assert.DoesNotContain(ticket.History.Ticket!.Subject, Encoding.UTF8.GetString(call.Body.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("@", Encoding.UTF8.GetString(call.Body.Span), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_receiver_can_check_who_called_and_when()
    {
        await using var receiver = await WebhookReceiver.OpenAsync();
        using var policy = Policy();
        await using var house = await OpenAsync(policy, receiver.Url.ToString());
        await WarnedAsync(house);

        var call = Assert.Single(receiver.Calls);

        var timestamp = call.Headers["X-Mailroom-Timestamp"];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp + ".").Concat(call.Body.ToArray()).ToArray());
        Assert.Equal("sha256=" + Convert.ToHexStringLower(expected), call.Headers["X-Mailroom-Signature"]);
        Assert.Equal(house.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(JsonDocument.Parse(call.Body).RootElement.GetProperty("id").GetString(), call.Headers["X-Mailroom-Id"]);
    }

    [AzuriteTheory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_may_pass_is_tried_again_under_the_same_id(int status)
    {
        await using var receiver = await WebhookReceiver.OpenAsync();
        receiver.Answer = status;
        using var policy = Policy();
        await using var house = await OpenAsync(policy, receiver.Url.ToString());
        var row = await WarnedAsync(house);
        receiver.Answer = 200;

        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var call = await CallRowAsync(house, row);
        await house.Get<Pipeline.Handlers.DeliverMail>().HandleAsync(new(1, call.Partition, call.Mail.Id, call.Attempt), CancellationToken.None);

        Assert.Equal(2, receiver.Calls.Count);
        Assert.Single(receiver.Calls.Select(c => c.Headers["X-Mailroom-Id"]).Distinct());
        Assert.Equal(OutboxState.Sent, (await CallRowAsync(house, row)).State);
    }

    [AzuriteTheory]
    [InlineData(302)]
    [InlineData(404)]
    public async Task A_redirect_is_not_followed_and_a_refusal_waits_for_a_person(int status)
    {
        await using var receiver = await WebhookReceiver.OpenAsync();
        receiver.Answer = status;
        using var policy = Policy();
        await using var house = await OpenAsync(policy, receiver.Url.ToString());

        var row = await WarnedAsync(house);

        Assert.Equal("/hook", Assert.Single(receiver.Calls).Path);
        var call = await CallRowAsync(house, row);
        Assert.Equal(OutboxState.Parked, call.State);
        Assert.Contains($"answered {status}", call.Reason, StringComparison.Ordinal);
        var parked = Assert.Single((await house.TicketAsync(row)).History.Events.OfType<TicketEvent.MailParked>());
        Assert.Equal((FailureKind.WebhookRefused, false), (parked.Cause, parked.ToCustomer));
        Assert.DoesNotContain(receiver.Url.ToString(), call.Reason, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_receiver_that_is_away_is_tried_again()
    {
        var receiver = await WebhookReceiver.OpenAsync();
        var url = receiver.Url.ToString();
        await receiver.DisposeAsync();
        using var policy = Policy();
        await using var house = await OpenAsync(policy, url);

        var call = await CallRowAsync(house, await WarnedAsync(house));

        Assert.Equal((OutboxState.Pending, 2), (call.State, call.Attempt));
    }

    private static PolicyFolder Policy() => new(
        ("{ name: warning, at: 75%, recipients: [assignee, team] }", "{ name: warning, at: 75%, recipients: [assignee, team], actions: { webhook: pager } }"));

    private Task<House> OpenAsync(PolicyFolder policy, string url) => House.OpenAsync(
        azurite.NewAccount(), policy.PolicyFile, ("Webhook__pager__Url", url), ("Webhook__pager__Secret", Secret));

    private static async Task<LedgerRow> WarnedAsync(House house)
    {
        var row = await house.BringAsync(RawMails.Mail());
        house.Clock.Set((await house.TicketAsync(row)).History.Ticket!.NextCheck!.Value);
        await house.SweepAsync();
        await house.WorkAsync();
        return row;
    }

    private static async Task<OutboxRow> CallRowAsync(House house, LedgerRow row) =>
        (await house.TicketAsync(row)).Outbox.Single(o => o.Mail.Kind == Core.Effects.OutgoingKind.Webhook);
}
