using Mailroom.Core.Intake;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class NewsletterTests
{
    [Fact]
    public void A_newsletter_ends()
    {
        var letter = Letters.Letter("news@shop.example").With("List-Unsubscribe", "<https://shop.example/u>");

        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(Facts.About(letter)));

        Assert.Equal(("Newsletter", MailEnding.List), (decision.Rule, decision.Ending));
    }

    [Fact]
    public void A_customer_behind_a_group_alias_gets_a_ticket_without_an_acknowledgement()
    {
        var letter = Letters.Letter().With("List-Id", "<help.partner.example>");

        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(Facts.About(letter)));

        Assert.False(decision.MayAcknowledge);
    }
}
