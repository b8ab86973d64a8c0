using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class FollowTokenTests
{
    private const string Sender = "li.lei@customer.example";

    private static readonly IntakeFacts Mail = Facts.About(Letters.Letter(Sender));

    [Fact]
    public void A_sender_who_belongs_joins()
    {
        var decision = Assert.IsType<IntakeDecision.Join>(IntakeRules.Decide(Mail with { Tokens = [Facts.Match(Facts.Ticket, Sender)] }));

        Assert.Equal(("FollowToken", Facts.Ticket), (decision.Rule, decision.Ticket));
    }

    [Fact]
    public void The_ticket_that_the_sender_belongs_to_is_chosen_among_several()
    {
        var facts = Mail with { Tokens = [Facts.Match(Facts.Ticket, "other@customer.example"), Facts.Match(Facts.OtherTicket, Sender)] };

        var decision = Assert.IsType<IntakeDecision.Join>(IntakeRules.Decide(facts));

        Assert.Equal(Facts.OtherTicket, decision.Ticket);
    }

    [Fact]
    public void A_stranger_gets_a_linked_ticket_of_his_own()
    {
        var decision = Assert.IsType<IntakeDecision.Open>(
            IntakeRules.Decide(Mail with { Tokens = [Facts.Match(Facts.Ticket, "other@customer.example")] }));

        Assert.Equal(("FollowToken", Facts.Ticket, true), (decision.Rule, decision.LinkedTo, decision.MayAcknowledge));
    }

    [Fact]
    public void A_forged_address_counts_as_a_stranger_and_is_not_answered()
    {
        var facts = Mail with
        {
            Tokens = [Facts.Match(Facts.Ticket, Sender)],
            Trust = new SenderTrust(TrustLevel.Failed, ["dmarc=fail"]),
        };

        var decision = Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(facts));

        Assert.Equal((Facts.Ticket, false), (decision.LinkedTo, decision.MayAcknowledge));
    }

    [Fact]
    public void A_second_sender_beside_the_one_who_belongs_makes_a_stranger()
    {
        var letter = Letters.Letter(Sender);
        var signed = letter with { From = [.. letter.From, new MailAddress("", "second@elsewhere.example")] };
        var facts = Facts.About(signed) with { Tokens = [Facts.Match(Facts.Ticket, Sender)] };

        Assert.IsType<IntakeDecision.Open>(IntakeRules.Decide(facts));
    }

    [Fact]
    public void A_reason_shows_no_address()
    {
        var match = new TicketMatch(Facts.Ticket, [Sender], "<letter-1@customer.example>");

        var decision = IntakeRules.Decide(Mail with { Tokens = [match] });

        Assert.DoesNotContain('@', decision.Reason);
    }
}
