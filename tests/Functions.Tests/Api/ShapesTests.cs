using System.Text.Json;
using Mailroom.Core.Intake;
using Mailroom.Functions.Api;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Functions.Tests.Api;

public sealed class ShapesTests
{
    [Fact]
    public void A_ticket_has_the_fields_that_tools_rely_on()
    {
        var json = Write(TicketShape.Of(Samples.Ticket, Samples.Policy, Samples.Now));

        Assert.Equal(
            """
            {"number":"NUMBER","status":"new","subject":"退款两周了还没到账","excerpt":"你好，我两周前申请的退款……",
            "requester":{"name":"林小雨","address":"lin@mail.example"},"language":"zh","category":"refund",
            "categoryName":{"zh":"退款","en":"Refund"},"confidence":0.82,"secondary":null,"priority":"P2","team":"payments","assignee":null,
            "trust":"unverified","missing":["amount"],"linkedTo":null,"mergedInto":null,"openedAt":"2026-11-19T23:00:00+00:00",
            "lastCustomerAt":"2026-11-19T23:00:00+00:00","promisedAt":"2026-11-20T01:00:00+00:00",
            "responseDue":"2026-11-20T01:00:00+00:00","resolutionDue":"2026-11-22T02:00:00+00:00","overdue":true}
            """.ReplaceLineEndings("").Replace("NUMBER", Samples.Number.Value, StringComparison.Ordinal),
            json);
    }

    [Fact]
    public void Every_event_has_a_name_and_a_sentence_in_both_languages()
    {
        var sentences = new EventSentences(Samples.Policy);

        var shapes = Samples.Events.Select((e, i) => EventShape.Of(e, i + 1, sentences)).ToList();

        Assert.Equal(
            ["opened", "promised", "automatic-mail", "delivery-failed", "mail-parked", "mail-parked", "mail-resent", "mail-resent", "ladder-reached", "ladder-reached", "customer-wrote", "customer-wrote", "asked-to-resend", "agent-replied", "resolved", "took-in", "merged-into"],
            shapes.Select(s => s.Type));
        Assert.All(shapes, s => Assert.True(s.Text.Zh.Length > 0 && s.Text.En.Length > 0));
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

    private static string Write<T>(T shape) => JsonSerializer.Serialize(shape, Answer.Json);
}
