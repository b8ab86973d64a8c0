using Mailroom.Core.Intake;
using Mailroom.Core.Policy;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake;

public sealed class ReopeningTests
{
    private const string Sender = "li.lei@customer.example";

    private static readonly IntakeFacts Mail = Facts.About(Letters.Letter(Sender)) with { Reopen = new ReopenPolicy(7) };

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(400, false)]
    public void A_reply_reopens_within_the_days_and_opens_a_linked_ticket_later(int days, bool joins)
    {
        var match = Facts.Match(Facts.Ticket, Sender) with { ResolvedAt = Mail.ReceivedAt.AddDays(-days) };

        foreach (var facts in new[] { Mail with { Tokens = [match] }, Mail with { References = [match] }, Mail with { Subject = [match] } })
        {
            var decision = IntakeRules.Decide(facts);

            Assert.Equal(joins ? Facts.Ticket : null, (decision as IntakeDecision.Join)?.Ticket);
            Assert.Equal(joins ? null : Facts.Ticket, (decision as IntakeDecision.Open)?.LinkedTo);
            Assert.StartsWith("Follow", decision.Rule, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Zero_days_never_reopen_and_an_open_ticket_always_takes_a_reply()
    {
        var solved = Facts.Match(Facts.Ticket, Sender) with { ResolvedAt = Mail.ReceivedAt };
        var facts = Mail with { Reopen = new ReopenPolicy(0) };

        Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(facts with { Tokens = [solved] }));
        Assert.IsType<IntakeDecision.Join>(IntakeRules.Decide(facts with { Tokens = [solved with { ResolvedAt = null }] }));
    }

    [Fact]
    public void Another_ticket_of_the_sender_that_is_open_goes_before_one_that_is_closed_for_good()
    {
        var closed = Facts.Match(Facts.Ticket, Sender) with { ResolvedAt = Mail.ReceivedAt.AddDays(-8) };

        var decision = IntakeRules.Decide(Mail with { References = [closed, Facts.Match(Facts.OtherTicket, Sender)] });

        Assert.Equal(Facts.OtherTicket, Assert.IsType<IntakeDecision.Join>(decision).Ticket);
    }
}
