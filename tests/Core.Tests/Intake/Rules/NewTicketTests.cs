using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class NewTicketTests
{
    [Fact]
    public void A_persons_mail_opens_a_ticket_and_is_acknowledged()
    {
        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(Facts.About(Letters.Letter())));

        Assert.Equal(("NewTicket", null, true), (decision.Rule, decision.LinkedTo, decision.MayAcknowledge));
    }

    [Fact]
    public void A_mail_without_a_sender_opens_a_ticket_for_a_person_to_see()
    {
        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(Facts.About(Letters.Letter() with { From = [] })));

        Assert.False(decision.MayAcknowledge);
        Assert.Contains("no sender", decision.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noreply@bank.example")]
    [InlineData("not-an-address")]
    [InlineData("@")]
    public void A_sender_that_cannot_be_answered_is_not(string from)
    {
        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(Facts.About(Letters.Letter(from))));

        Assert.False(decision.MayAcknowledge);
    }

    [Fact]
    public void A_forged_sender_is_not_answered()
    {
        var facts = Facts.About(Letters.Letter()) with { Trust = new SenderTrust(TrustLevel.Failed, ["dmarc=fail"]) };

        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(facts));

        Assert.False(decision.MayAcknowledge);
    }
}
