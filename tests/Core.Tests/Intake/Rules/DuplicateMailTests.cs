using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Intake.Rules;

public sealed class DuplicateMailTests
{
    private const string Sender = "li.lei@customer.example";

    private static readonly string Print = LetterPrint.Of(Letters.Letter(Sender));

    [Fact]
    public void A_second_copy_with_other_bytes_ends()
    {
        var facts = Facts.About(Letters.Letter(Sender)) with { Earlier = new EarlierMail(Letters.Sha(2), Facts.Ticket, Sender, Print) };

        var decision = Assert.IsType<IntakeDecision.Finish>(IntakeRules.Decide(facts));

        Assert.Equal(("DuplicateMail", MailEnding.Duplicate), (decision.Rule, decision.Ending));
    }

    [Fact]
    public void The_same_bytes_again_end_as_they_would_have_the_first_time()
    {
        var letter = Letters.Letter(Sender);
        var facts = Facts.About(letter) with { Earlier = new EarlierMail(letter.Sha256, Facts.Ticket, Sender, Print) };

        var decision = IntakeRules.Decide(facts);

        Assert.Equal("NewTicket", decision.Rule);
    }

    [Fact]
    public void A_stranger_who_uses_the_message_id_is_not_swallowed()
    {
        var letter = Letters.Letter("stranger@elsewhere.example");
        var facts = Facts.About(letter) with { Earlier = new EarlierMail(Letters.Sha(2), Facts.Ticket, Sender, Print) };

        var decision = IntakeRules.Decide(facts);

        Assert.IsType<IntakeDecision.Open>(decision);
    }

    [Fact]
    public void Another_mail_of_a_program_that_reuses_its_ids_is_not_swallowed()
    {
        var facts = Facts.About(Letters.Letter(Sender, text: "第二笔 800 元也没有收到。")) with
        {
            Earlier = new EarlierMail(Letters.Sha(2), Facts.Ticket, Sender, Print),
        };

        Assert.Equal("NewTicket", IntakeRules.Decide(facts).Rule);
    }

    [Fact]
    public void A_mail_whose_print_was_not_kept_is_told_by_id_and_sender()
    {
        var facts = Facts.About(Letters.Letter(Sender)) with { Earlier = new EarlierMail(Letters.Sha(2), Facts.Ticket, Sender, "") };

        Assert.Equal("DuplicateMail", IntakeRules.Decide(facts).Rule);
    }
}
