using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class FollowSubjectTests
{
    private const string Sender = "li.lei@customer.example";

    private static readonly IntakeFacts Mail = Facts.About(Letters.Letter(Sender));

    [Fact]
    public void A_sender_who_belongs_joins_by_the_number_in_the_subject()
    {
        var decision = Assert.IsType<IntakeDecision.Join>(IntakeRules.Decide(Mail with { Subject = [Facts.Match(Facts.Ticket, Sender)] }));

        Assert.Equal(("FollowSubject", Facts.Ticket), (decision.Rule, decision.Ticket));
    }

    [Fact]
    public void A_number_that_a_stranger_typed_means_nothing()
    {
        var decision = Assert.IsType<IntakeDecision.Open>(
            IntakeRules.Decide(Mail with { Subject = [Facts.Match(Facts.Ticket, "other@customer.example")] }));

        Assert.Equal("NewTicket", decision.Rule);
        Assert.Null(decision.LinkedTo);
    }

    [Fact]
    public void A_forged_sender_is_a_stranger()
    {
        var facts = Mail with { Subject = [Facts.Match(Facts.Ticket, Sender)], Trust = new SenderTrust(TrustLevel.Failed, ["dmarc=fail"]) };

        Assert.Equal("NewTicket", IntakeRules.Decide(facts).Rule);
    }

    [Fact]
    public void A_reference_goes_before_the_subject()
    {
        var facts = Mail with { References = [Facts.Match(Facts.OtherTicket, Sender)], Subject = [Facts.Match(Facts.Ticket, Sender)] };

        Assert.Equal(Facts.OtherTicket, Assert.IsType<IntakeDecision.Join>(IntakeRules.Decide(facts)).Ticket);
    }
}
