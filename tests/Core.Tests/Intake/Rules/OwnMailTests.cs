using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class OwnMailTests
{
    [Fact]
    public void Our_own_mail_come_back_ends()
    {
        var facts = Facts.About(Letters.Letter(Letters.Support)) with { Tokens = [Facts.Match(Facts.Ticket)] };

        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(facts));

        Assert.Equal(MailKind.Own, facts.Marks.Kind);
        Assert.Equal(("OwnMail", MailEnding.Own), (decision.Rule, decision.Ending));
    }
}
