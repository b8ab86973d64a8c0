using Mailroom.Core.Intake;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class BouncedMailTests
{
    private static readonly IntakeFacts Bounce = Facts.About(Letters.Letter("mailer-daemon@mx.example", "Undeliverable"));

    [Fact]
    public void A_bounce_of_our_mail_is_noted_on_its_ticket()
    {
        var decision = Assert.IsType<IntakeDecision.Note>(IntakeRules.Decide(Bounce with { Bounced = Facts.Match(Facts.Ticket) }));

        Assert.Equal(("BouncedMail", Facts.Ticket), (decision.Rule, decision.Ticket));
    }

    [Fact]
    public void A_bounce_that_carries_our_token_is_noted_too()
    {
        var decision = Assert.IsType<IntakeDecision.Note>(IntakeRules.Decide(Bounce with { Tokens = [Facts.Match(Facts.Ticket)] }));

        Assert.Equal(Facts.Ticket, decision.Ticket);
    }

    [Fact]
    public void A_bounce_that_only_refers_to_a_customers_mail_is_not_believed()
    {
        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(Bounce with { References = [Facts.Match(Facts.Ticket)] }));

        Assert.Equal(MailEnding.Bounce, decision.Ending);
    }

    [Fact]
    public void A_bounce_of_somebody_elses_mail_ends()
    {
        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(Bounce));

        Assert.Equal(("BouncedMail", MailEnding.Bounce), (decision.Rule, decision.Ending));
    }
}
