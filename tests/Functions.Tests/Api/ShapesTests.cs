using System.Text.Json;
using Mailroom.Core.Intake;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Api;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Operations;

namespace Mailroom.Functions.Tests.Api;

public sealed class ShapesTests
{
    [Fact]
    public void A_ticket_has_the_fields_that_tools_rely_on()
    {
        var json = Write(TicketShape.Of(Samples.Ticket, Samples.Policy, Samples.Now));

        Assert.Equal(
            """
            {"number":"NUMBER","version":2,"status":"new","subject":"退款两周了还没到账","excerpt":"你好，我两周前申请的退款……",
            "requester":{"name":"林小雨","address":"lin@mail.example"},"language":"zh","category":"refund",
            "categoryName":{"zh":"退款","en":"Refund"},"confidence":0.82,"secondary":null,"priority":"P2","team":"payments","assignee":null,
            "trust":"unverified","missing":["amount"],"linkedTo":null,"mergedInto":null,"openedAt":"2026-11-19T23:00:00+00:00",
            "lastCustomerAt":"2026-11-19T23:00:00+00:00","promisedAt":"2026-11-20T01:00:00+00:00",
            "responseDue":"2026-11-20T01:00:00+00:00","resolutionDue":"2026-11-22T02:00:00+00:00","regulatoryDue":null,"overdue":true}
            """.ReplaceLineEndings("").Replace("NUMBER", Samples.Number.Value, StringComparison.Ordinal),
            json);
    }

    [Fact]
    public void Every_event_has_a_name_and_a_sentence_in_both_languages()
    {
        var sentences = new EventSentences(Samples.Policy);

        var shapes = Samples.Events.Select((e, i) => EventShape.Of(e, i + 1, sentences)).ToList();

        Assert.Equal(
            ["opened", "promised", "promised", "promised", "follow-up-acknowledged", "follow-up-acknowledged", "repromised", "repromise-withheld", "automatic-mail", "delivery-failed", "mail-parked", "mail-parked", "mail-held", "mail-held", "mail-released", "mail-dropped", "mail-dropped", "mail-dropped", "mail-resent", "mail-resent", "ladder-reached", "ladder-reached", "customer-wrote", "customer-wrote", "asked-to-resend", "customer-thanked", "agent-replied", "paused", "resumed", "recategorised", "prioritised", "reassigned", "assigned", "escalated-by-hand", "extended", "reopened", "resolved", "reminded", "reminded", "closed-unanswered", "closed-unanswered", "satisfaction-asked", "satisfaction-asked", "customer-rated", "customer-rated", "customer-rated", "took-in", "merged-into", "join-undone"],
            shapes.Select(s => s.Type));
        Assert.All(shapes, s => Assert.True(s.Text.Zh.Length > 0 && s.Text.En.Length > 0));
    }

    [Fact]
    public void A_join_shows_what_matched_and_a_suggestion_why()
    {
        var sentences = new EventSentences(Samples.Policy);

        var json = Write(Samples.Events.Select((e, i) => EventShape.Of(e, i + 1, sentences)));

        Assert.Contains("\"sender\":\"same\",\"trust\":\"verified\",\"proofs\":[{\"kind\":\"reply-address\",\"place\":\"To\",\"mergedFrom\":null}", json, StringComparison.Ordinal);
        Assert.Contains("\"score\":0.8,\"reasons\":[\"same-sender\",\"looks-like-reply\"]", json, StringComparison.Ordinal);
        Assert.Contains("回信地址带有签名", json, StringComparison.Ordinal);
        Assert.Contains("It very likely continues ticket", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_is_a_line_of_due_and_tells_no_words_and_no_address()
    {
        TicketEvent[] events = [.. Samples.Events, new TicketEvent.Recategorised(Samples.Now, "han", "other", "退款已到")];

        var json = Write(HistoryShape.Of(new(Samples.Ticket, events)));

        Assert.StartsWith("{\"id\":\"" + Samples.Number.Value + "\",\"receivedAt\":\"", json, StringComparison.Ordinal);
        Assert.Contains("\"category\":\"refund\",\"priority\":\"P2\",\"team\":\"payments\",\"language\":\"zh\",\"events\":[{\"at\":", json, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"extend\",\"deadline\":\"", json, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"change\",\"category\":", json, StringComparison.Ordinal);
        Assert.All(new[] { "@", "林", "退款", "mei" }, word => Assert.DoesNotContain(word, json, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData(MailEnding.Ticket, "\"ticket\"")]
    [InlineData(MailEnding.TooLarge, "\"too-large\"")]
    [InlineData(MailEnding.DeadLetter, "\"dead-letter\"")]
    public void An_ending_is_written_in_lower_case_with_hyphens(MailEnding? ending, string expected)
    {
        var row = new LedgerRow("ab", Samples.Now, ["http"], ending, "", "", null, null);

        Assert.Contains($"\"ending\":{expected}", Write(LedgerShape.Of(row)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_shows_its_trouble_and_neither_server_nor_user_nor_secret()
    {
        var state = MailboxState.Fresh with
        {
            LookedAt = Samples.Now.AddHours(-1),
            Waiting = 7,
            Trouble = new(MailboxTroubleKind.SignIn, "NO", Samples.Now.AddMinutes(-30), 2, Samples.Now),
        };

        var json = Write(MailboxShape.Of(new MailboxReport("support", "INBOX", state, MailboxHealth.Troubled)));

        Assert.Equal(
            """
            {"name":"support","folder":"INBOX","health":"troubled","lookedAt":"2026-11-20T01:00:00+00:00","waiting":7,"notGiven":0,
            "trouble":{"kind":"sign-in","text":{"zh":"邮件服务器拒绝登录，请检查密码，或应用的密钥与权限",
            "en":"the mail server refuses our sign-in: check the password, or the application\u0027s secret and rights"},"said":"NO",
            "since":"2026-11-20T01:30:00+00:00","failures":2,"nextAttempt":"2026-11-20T02:00:00+00:00"}}
            """.ReplaceLineEndings(""),
            json);
    }

    private static string Write<T>(T shape) => JsonSerializer.Serialize(shape, Answer.Json);
}
