using Mailroom.Core.Mail;
using Mailroom.Core.Understanding;
using Mailroom.Support;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Understanding.Thanks;

public sealed class ThanksOnlyTests
{
    private const string Old = "退款没有到账";

    public static TheoryData<string> Thanks => [.. Lines("thanks.txt")];

    public static TheoryData<string> Others => [.. Lines("no-thanks.txt")];

    [Theory]
    [MemberData(nameof(Thanks))]
    public void Thanks_are_thanks(string text) => Assert.True(ThanksOnly.IsThanks(text), text);

    [Theory]
    [MemberData(nameof(Others))]
    public void What_asks_doubts_tells_or_mocks_is_not_thanks_alone(string text) => Assert.False(ThanksOnly.IsThanks(text), text);

    [Fact]
    public void The_lists_are_long_and_say_nothing_twice()
    {
        Assert.True(Lines("thanks.txt").Count >= 200 && Lines("no-thanks.txt").Count >= 230);
        Assert.Empty(Lines("thanks.txt").Intersect(Lines("no-thanks.txt")));
    }

    // A customer's word is worth more than a list: whatever is put behind thanks keeps them from being thanks alone.
    [Theory]
    [MemberData(nameof(Thanks))]
    public void Thanks_with_anything_behind_them_are_not_thanks_alone(string text)
    {
        foreach (var more in new[] { "，但是", "，还是不行", " but", ", not yet", "？", "，123", "，钱呢", ", please", " when", "，等", "，请" })
        {
            Assert.False(ThanksOnly.IsThanks(text + more), text + more);
        }
    }

    [Fact]
    public void Of_the_letters_that_are_understood_elsewhere_one_is_thanks_alone() =>
        Assert.Equal(["问题已经解决了，谢谢你们"], LetterCase.All.Select(c => c.Body).Where(ThanksOnly.IsThanks));

    [Theory]
    [InlineData("Re: 退款没有到账", true)]
    [InlineData("回复：退款没有到账", true)]
    [InlineData("", true)]
    [InlineData("Re: ", true)]
    [InlineData("谢谢", true)]
    [InlineData("Re: 退款还是没有到账", false)]
    [InlineData("新的问题", false)]
    public void A_subject_that_says_something_new_counts(string subject, bool expected) =>
        Assert.Equal(expected, ThanksOnly.Is(Reply("谢谢！") with { Subject = subject }, s => s == Old));

    [Fact]
    public void A_file_or_a_mail_that_was_not_read_is_more_than_thanks()
    {
        Assert.True(ThanksOnly.Is(Reply("谢谢！"), s => s == Old));
        Assert.False(ThanksOnly.Is(Reply("谢谢！") with { Attachments = [new Attachment("a.png", "image/png", 10, Letters.Sha(1), true)] }, s => s == Old));
        Assert.False(ThanksOnly.Is(Reply("谢谢！") with { Unread = new PassedBound(MailBound.Size, 2, 1) }, s => s == Old));
    }

    [Theory]
    [InlineData("Thanks,\nJim", true)]
    [InlineData("Thanks\n\nJim Green", true)]
    [InlineData("Thanks,\nJack", false)]
    [InlineData("Jim\nThanks for nothing", false)]
    public void The_writers_own_name_may_stand_below(string text, bool expected) =>
        Assert.Equal(expected, ThanksOnly.Is(Reply(text) with { From = [new("Jim Green", "jim@mail.example")] }, s => s == Old));

    [Fact]
    public void Long_thanks_are_read_by_a_person() => Assert.False(ThanksOnly.IsThanks(string.Concat(Enumerable.Repeat("谢谢", 40))));

    private static Letter Reply(string text) => new() { Sha256 = Letters.Sha(1), Subject = "Re: " + Old, Text = text, VisibleText = text, From = [new("李雷", "li.lei@mail.example")] };

    private static List<string> Lines(string file) =>
        [.. File.ReadLines(RepoRoot.At("tests", "Core.Tests", "Understanding", "Thanks", file)).Where(line => line.Length > 0).Distinct()];
}
