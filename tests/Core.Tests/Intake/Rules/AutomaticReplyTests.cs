using Mailroom.Core.Intake;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class AutomaticReplyTests
{
    private static readonly IntakeFacts Mail = Facts.About(Letters.Letter().With("Auto-Submitted", "auto-replied"));

    [Fact]
    public void An_automatic_reply_with_a_token_is_noted_on_its_ticket()
    {
        var decision = Assert.IsType<IntakeDecision.Note>(IntakeRules.Decide(Mail with { Tokens = [Facts.Match(Facts.Ticket)] }));

        Assert.Equal(("AutomaticReply", Facts.Ticket), (decision.Rule, decision.Ticket));
    }

    [Fact]
    public void An_automatic_reply_that_answers_a_mail_of_a_ticket_is_noted_there()
    {
        var decision = Assert.IsType<IntakeDecision.Note>(IntakeRules.Decide(Mail with { References = [Facts.Match(Facts.OtherTicket)] }));

        Assert.Equal(Facts.OtherTicket, decision.Ticket);
    }

    [Fact]
    public void An_automatic_reply_of_no_ticket_ends()
    {
        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(Mail));

        Assert.Equal(("AutomaticReply", MailEnding.Automatic), (decision.Rule, decision.Ending));
    }
}
