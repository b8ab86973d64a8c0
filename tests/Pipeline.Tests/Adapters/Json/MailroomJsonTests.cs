using System.Text.Json;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Json;
using Mailroom.Support.Builders;

namespace Mailroom.Pipeline.Tests.Adapters.Json;

public sealed class MailroomJsonTests
{
    [Fact]
    public void A_ticket_comes_back_as_it_was()
    {
        var at = new DateTimeOffset(2026, 5, 6, 10, 0, 0, TimeSpan.FromHours(8));
        var ticket = new Ticket
        {
            Number = Facts.Ticket,
            Version = 3,
            Status = TicketStatus.Waiting,
            Requester = new MailAddress("李雷", "Li.Lei@customer.example"),
            People = ["li.lei@customer.example"],
            Language = ReplyLanguage.Chinese,
            Subject = "退款",
            Category = "refund",
            Confidence = 0.5,
            Priority = Priority.P1,
            Team = "payments",
            Missing = ["amount"],
            LinkedTo = Facts.OtherTicket,
            OriginMail = Letters.Sha(1),
            OpenedAt = at,
            LastCustomerAt = at,
            PromisedAt = at.AddHours(1),
            NextCheck = at.AddMinutes(1),
        };

        var read = MailroomJson.Read<Ticket>(MailroomJson.Write(ticket));

        Assert.Equivalent(ticket, read, strict: true);
    }

    [Fact]
    public void A_mails_values_come_back_as_templates_want_them()
    {
        var mail = new OutgoingMail
        {
            Id = "id",
            Kind = OutgoingKind.Digest,
            To = [new MailAddress("经理", "manager@swallowpay.example")],
            From = new MailAddress("", "support@swallowpay.example"),
            Language = ReplyLanguage.English,
            MessageId = "x@y",
            Values = new Dictionary<string, object?>
            {
                ["text"] = "今天 17:30 前",
                ["truth"] = true,
                ["number"] = 3,
                ["none"] = null,
                ["list"] = new List<string> { "a", "b" },
                ["rows"] = new List<Dictionary<string, object?>> { new() { ["ticket"] = "MR-1", ["isResolution"] = false } },
            },
        };

        var values = MailroomJson.Read<OutgoingMail>(MailroomJson.Write(mail)).Values;

        Assert.Equal("今天 17:30 前", values["text"]);
        Assert.Equal(true, values["truth"]);
        Assert.Equal(3L, values["number"]);
        Assert.Null(values["none"]);
        Assert.Equal(new List<object?> { "a", "b" }, values["list"]);
        var row = Assert.IsType<Dictionary<string, object?>>(Assert.Single((List<object?>)values["rows"]!));
        Assert.Equal("MR-1", row["ticket"]);
        Assert.Equal(false, row["isResolution"]);
    }

    [Theory]
    [InlineData("\"MR-0000-0001\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void What_is_no_ticket_number_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => MailroomJson.Read<TicketNumber>(json));
    }
}
