using Mailroom.Core.Mail;
using Mailroom.Core.Replies;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Replies;

public sealed class LoopFingerprintTests
{
    [Theory]
    [InlineData("Re: [MR-7K3F-9QXA] Received", "I am away until 6 May, 10:01.", "RE: Re: [MR-0000-9QXB] received", "I am away until 7 May,  11:15.")]
    [InlineData("回复：已收到", "您的邮件已于 2026-05-06 收到。", "已收到", "您的邮件已于 2026-05-07 收到！")]
    [InlineData("x", "Ｔｈａｎｋｓ", "x", "thanks")]
    public void What_a_machine_changes_from_mail_to_mail_does_not_count(string subject, string text, string laterSubject, string later) =>
        Assert.Equal(Print(subject, text), Print(laterSubject, later));

    [Theory]
    [InlineData("Refund", "Where is my money?", "Refund", "Where is my card?")]
    [InlineData("退款", "请帮忙查一下", "提现", "请帮忙查一下")]
    public void Other_words_are_another_fingerprint(string subject, string text, string laterSubject, string later) =>
        Assert.NotEqual(Print(subject, text), Print(laterSubject, later));

    [Theory]
    [InlineData("")]
    [InlineData(" 12:30 \r\n--")]
    public void A_mail_without_words_has_none(string text) => Assert.Null(Print("Photo", text));

    [Fact]
    public void A_mail_that_could_not_be_read_has_that_of_its_subject()
    {
        static string? Unread(string subject) => LoopFingerprint.Of(Letters.Letter(subject: subject).Unread());

        Assert.Equal(Unread("录屏 1"), Unread("回复：录屏 2"));
        Assert.NotEqual(Unread("录屏"), Unread("截图"));
    }

    [Fact]
    public void Hostile_text_has_a_fingerprint_too()
    {
        Assert.NotNull(Print("\ud83d", "half a pair \ud83d and " + new string('回', 100_000)));
        Assert.NotNull(Print(string.Concat(Enumerable.Repeat("Re: ", 50_000)), "x"));
    }

    private static string? Print(string subject, string text) =>
        LoopFingerprint.Of(new Letter { Sha256 = Letters.Sha(1), Subject = subject, VisibleText = text });
}
