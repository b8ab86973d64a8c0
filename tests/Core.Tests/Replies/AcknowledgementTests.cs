using Mailroom.Core.Deadlines;
using Mailroom.Core.Effects;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Understanding;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;
using static Mailroom.Support.Builders.TicketStory;

namespace Mailroom.Core.Tests.Replies;

public sealed class AcknowledgementTests
{
    private static readonly MailUnderstanding Refund = Understood("refund", Priority.P3) with
    {
        Missing = ["time", "unknown_fact"],
        Entities = new(TransactionId: "2026030212345678", Amount: "200.50", Currency: "CNY", Phone: "*******1234"),
    };

    [Fact]
    public void It_tells_what_we_understood_and_when_a_person_answers()
    {
        var story = Opened(Monday10, Refund);
        var values = story.Mails[0].Values;

        Assert.Equal(story.Ticket.Number.Value, values["ticket"]);
        Assert.Equal(("李雷", "refund类", "明天 10:00 前（北京时间）", ""), (values["name"], values["category"], values["promise"], values["backAt"]));
        Assert.Equal(("2026030212345678", "CNY 200.50", "", "1234", "", true), (values["transactionId"], values["amount"], values["time"], values["phone"], values["card"], values["foundFacts"]));
        Assert.Equal((false, "support@pay.example", "我们不会索要验证码。"), (values["urgent"], values["supportAddress"], values["antiPhishing"]));
    }

    [Fact]
    public void It_asks_for_what_is_missing_by_name_and_gives_help_line_by_line()
    {
        var values = Opened(Monday10, Refund).Mails[0].Values;

        Assert.Equal(["请提供time"], Assert.IsType<List<string>>(values["missing"]));
        Assert.Equal(["请先检查网络。", "请更新应用。"], Assert.IsType<List<string>>(values["selfHelp"]));
        Assert.Equal(["热线：400", "官网：pay.example"], Assert.IsType<List<string>>(values["officialChannels"]));
    }

    [Fact]
    public void It_speaks_the_customers_language()
    {
        var values = Opened(Monday10, Refund with { Language = MailLanguage.English }, from: new("Anna Lee", "anna@mail.example")).Mails[0].Values;

        Assert.Equal(("Anna Lee", "refund matters", "tomorrow before 10:00 (Beijing time)"), (values["name"], values["category"], values["promise"]));
        Assert.Equal(["your time"], Assert.IsType<List<string>>(values["missing"]));
    }

    [Theory]
    [InlineData("2026-03-02 12:10", "")]
    [InlineData("2026-03-02 18:30", "明天 09:00")]
    [InlineData("2026-03-07 11:00", "3月9日（周一）09:00")]
    [InlineData("2026-02-16 11:00", "春节假期后 2月24日（周二）09:00")]
    [InlineData("2026-02-14 18:30", "春节假期后 2月24日（周二）09:00")]
    [InlineData("2026-02-13 18:30", "明天 09:00")]
    public void Out_of_hours_it_says_when_we_are_back_but_not_at_lunch(string at, string back) =>
        Assert.Equal(back, Opened(Shanghai(at), Refund).Mails[0].Values["backAt"]);

    [Fact]
    public void In_English_it_names_the_holiday_too() => Assert.Equal(
        "on Tue 24 February at 09:00, after the Spring Festival holiday",
        Opened(Shanghai("2026-02-16 11:00"), Refund with { Language = MailLanguage.English }).Mails[0].Values["backAt"]);

    [Theory]
    [InlineData(SampleVariant.Busy, true, false)]
    [InlineData(SampleVariant.Second, false, true)]
    [InlineData(SampleVariant.Usual, false, false)]
    public void It_tells_when_there_is_much_to_do_and_of_another_ticket(SampleVariant variant, bool busy, bool other)
    {
        var values = SampleMails.Of(OutgoingKind.Acknowledgement, ReplyLanguage.Chinese, "refund", Monday10, Policies.House, variant).Values;

        Assert.Equal((busy, other), (values["busy"], values["earlierTicket"] is not ""));
    }

    [Fact]
    public void Around_the_clock_nobody_is_out_of_hours()
    {
        var values = Opened(Shanghai("2026-03-07 23:00"), Understood("account_security", Priority.P1)).Mails[0].Values;

        Assert.Equal(("", true, "今天 23:30 前（北京时间）"), (values["backAt"], values["urgent"], values["promise"]));
    }

    [Theory]
    [InlineData("refund", true)]
    [InlineData("other", false)]
    [InlineData("no_such_category", false)]
    public void When_unsure_it_claims_to_have_understood_nothing(string category, bool abstained) =>
        Assert.Equal("", Opened(Monday10, Understood(category, Priority.P4) with { Abstained = abstained }).Mails[0].Values["category"]);

    [Fact]
    public void It_never_repeats_the_customers_words()
    {
        const string Spam = "Buy-pills-now http://spam.example";
        var understood = Refund with
        {
            Subject = Spam,
            Excerpt = Spam,
            Evidence = [Spam],
            Entities = new(Spam, Spam, Spam, Spam, Spam, Spam) { Other = new Dictionary<string, string> { ["merchant"] = Spam } },
        };

        var mail = Opened(Monday10, understood, from: new MailAddress(Spam, "victim@mail.example")).Mails[0];

        Assert.DoesNotContain("pills", string.Join('\n', mail.Values.Values), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("spam", string.Join('\n', mail.Values.Values), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("", false), (mail.Values["name"], mail.Values["foundFacts"]));
    }

    [Fact]
    public void Only_last_four_digits_of_cards_and_phones_leave_the_house()
    {
        var understood = Refund with { Entities = new(Phone: "13800001234", Card: "6222020000005678") };

        var values = Opened(Monday10, understood).Mails[0].Values;

        Assert.Equal(("1234", "5678"), (values["phone"], values["card"]));
    }
}
