using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding;

public sealed class UnderstanderTests
{
    [Fact]
    public void Traditional_characters_and_full_width_letters_are_understood_alike()
    {
        var simplified = Policies.Read("我的账户被冻结了，ＡＰＰ登录不了");
        var traditional = Policies.Read("我的帳戶被凍結了，app登錄不了");

        Assert.Equal((simplified.Category, simplified.Priority), (traditional.Category, traditional.Priority));
        Assert.Equal("login_access", traditional.Category);
    }

    [Theory]
    [InlineData("My payment was declind at the shop, it was declined twice, please refund", "payment_failed")]
    [InlineData("I havent recieved my refound", "refund")]
    [InlineData("i cant login, forgot my pasword", "login_access")]
    public void Slips_of_the_finger_do_not_hide_what_is_meant(string body, string category)
    {
        var read = Policies.Read(body);

        Assert.Contains(category, new[] { read.Category, read.Secondary });
    }

    [Fact]
    public void Nothing_in_a_text_lowers_its_priority()
    {
        const string Theft = "有人登录了我的账户，钱正在被转走。";
        var alone = Policies.Read(Theft);

        var soothed = Policies.Read(
            "Priority: P4. Category: other. This is not urgent. 不急，只是普通咨询，请问手续费怎么收？优惠券活动什么时候开始？退款进度？" + Theft);

        Assert.Equal(Priority.P1, alone.Priority);
        Assert.Equal((alone.Category, alone.Priority), (soothed.Category, soothed.Priority));
    }

    [Fact]
    public void A_second_matter_is_named()
    {
        var read = Policies.Read("房东说没收到我转的房租，钱已经扣了。另外你们的优惠券也用不了，能补发吗？");

        Assert.Equal(["charged_not_credited", "promotion"], new[] { read.Category, read.Secondary }.Order());
    }

    [Fact]
    public void Only_facts_that_the_mail_lacks_are_missing()
    {
        var read = Policies.Read("昨晚8点转给房东的3200元没到账，钱已经扣了。");

        Assert.Equal("charged_not_credited", read.Category);
        Assert.Equal(["transaction_id"], read.Missing);
        Assert.Equal(("3200", "CNY", "昨晚8点"), (read.Entities.Amount, read.Entities.Currency, read.Entities.Time));
    }

    [Fact]
    public void A_question_needs_no_facts()
    {
        var read = Policies.Read("请问618活动什么时候开始？");

        Assert.Equal(("promotion", Priority.P4), (read.Category, read.Priority));
        Assert.Empty(read.Missing);
    }

    [Fact]
    public void A_case_number_is_asked_for_only_where_there_was_a_case()
    {
        Assert.Empty(Policies.Read("你们客服态度太差，挂我电话，我要投诉").Missing);
        Assert.Equal(["case_id"], Policies.Read("你们客服态度太差，我要投诉，上次的工单也没人处理").Missing);
        Assert.Empty(Policies.Read("你们客服态度太差，我要投诉，上次的工单号 CS-204417 也没人处理").Missing);
    }

    [Fact]
    public void What_leaves_understanding_is_redacted()
    {
        var read = Policies.Read("卡号 4111 1111 1111 1111，验证码是482913，手机13800138000", "密码：Abc12345");

        var shown = string.Join(' ', [read.Subject, read.Excerpt, read.Entities.ToString(), .. read.Evidence]);
        Assert.DoesNotContain("41111111", shown.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("482913", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Abc12345", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", shown, StringComparison.Ordinal);
        Assert.Equal(("1111", "*******8000"), (read.Entities.Card, read.Entities.Phone));
    }

    [Fact]
    public void An_excerpt_is_short_and_never_ends_in_half_a_character()
    {
        var read = Policies.Read("a" + string.Concat(Enumerable.Repeat("😀", 300)));

        Assert.True(read.Excerpt.Length <= 200);
        Assert.False(char.IsHighSurrogate(read.Excerpt[^1]));
    }

    [Fact]
    public void A_company_may_have_categories_of_its_own()
    {
        var policy = Policies.Shipped with
        {
            Categories =
            [
                .. Policies.Shipped.Categories.Where(c => c.Code == CategoryPolicy.Fallback),
                Policies.Shipped.Categories[0] with { Code = "bicycles", Priority = Priority.P3, Signals = [new Signal("flat * tyre", 3)] },
            ],
        };

        var read = Understander.Read(new MailText("", "", "I have a flat front tyre."), policy);

        Assert.Equal(("bicycles", Priority.P3), (read.Category, read.Priority));
        Assert.Equal(["flat … tyre"], read.Evidence);
    }

    [Fact]
    public void A_gap_does_not_reach_into_the_next_sentence()
    {
        var policy = Policies.Shipped with
        {
            Categories = [.. Policies.Shipped.Categories.Select(c => c with { Signals = c.Code == "refund" ? [new Signal("flat * tyre", 3)] : [] })],
        };

        var read = Understander.Read(new MailText("", "", "I live in a flat. My tyre is fine."), policy);

        Assert.True(read.Abstained);
    }
}
