using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding;

public sealed class HostileTextTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string> Texts() =>
    [
        new string(' ', Megabyte),
        new string('1', Megabyte),
        new string('*', Megabyte),
        new string('我', Megabyte),
        string.Concat(Enumerable.Repeat("4111 ", Megabyte / 5)),
        string.Concat(Enumerable.Repeat("1-", Megabyte / 2)),
        string.Concat(Enumerable.Repeat("验证码", Megabyte / 3)),
        string.Concat(Enumerable.Repeat("password is ", Megabyte / 12)),
        string.Concat(Enumerable.Repeat("转账没到账没收到", Megabyte / 8)),
        string.Concat(Enumerable.Repeat("+1 2 3 4 ", Megabyte / 9)),
        string.Concat(Enumerable.Repeat("“活动”", Megabyte / 4)),
        string.Concat(Enumerable.Repeat("on 1 may 2026 at ", Megabyte / 17)),
        string.Concat(Enumerable.Repeat("order no ", Megabyte / 9)),
        string.Concat(Enumerable.Repeat("一二三四五六七八九十百千万", Megabyte / 13)),
        string.Concat(Enumerable.Repeat("1,1", Megabyte / 3)),
        string.Concat(Enumerable.Repeat("￥1 元", Megabyte / 4)),
        string.Concat(Enumerable.Repeat("twenty-one hundred and ", Megabyte / 23)),
        string.Concat(Enumerable.Repeat("尾号卡（1234）", Megabyte / 9)),
        string.Concat(Enumerable.Repeat("昨天下午三点", Megabyte / 6)),
        string.Concat(Enumerable.Repeat("at half past three on ", Megabyte / 22)),
        string.Concat(Enumerable.Repeat("流水号A-1-", Megabyte / 7)),
        string.Concat(Enumerable.Repeat("*******1234", Megabyte / 11)),
        string.Concat(Enumerable.Repeat("一三九 ", Megabyte / 4)),
        string.Concat(Enumerable.Repeat("\ud83d", 1000)) + "\0\u200b\uffff",
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_megabyte_of_anything_is_read(string text)
    {
        var read = Policies.Read(text, text);

        Assert.True(read.Excerpt.Length <= 200);
        Assert.InRange(read.Confidence, 0, 1);
    }

    [Fact]
    public void A_megabyte_is_redacted_as_far_as_anybody_reads()
    {
        var redacted = Redactor.Redact(string.Concat(Enumerable.Repeat("x 4111111111111111 ", Megabyte / 19)));

        Assert.True(redacted.Length <= Redactor.LongestText * 2);
        Assert.DoesNotContain("4111111111111111", redacted, StringComparison.Ordinal);
    }
}
