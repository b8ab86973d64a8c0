using Mailroom.Core.Policy;
using Mailroom.Functions.Texts;

namespace Mailroom.Functions.Tests.Texts;

public sealed class MomentsTests
{
    [Theory]
    [InlineData(30, "不到 1 分钟", "less than 1 min")]
    [InlineData(60, "1 分钟", "1 min")]
    [InlineData(3600, "1 小时", "1 h")]
    [InlineData(8100, "2 小时 15 分钟", "2 h 15 min")]
    [InlineData(86400, "1 天", "1 day")]
    [InlineData(100800, "1 天 4 小时", "1 day 4 h")]
    [InlineData(864000, "10 天", "10 days")]
    public void A_due_moment_is_told_in_words(int seconds, string zh, string en)
    {
        var due = Samples.Now.AddSeconds(seconds);

        Assert.Equal("还剩 " + zh, In(ReplyLanguage.Chinese).Due(due, Samples.Now));
        Assert.Equal(en + " left", In(ReplyLanguage.English).Due(due, Samples.Now));
        Assert.Equal("已超时 " + zh, In(ReplyLanguage.Chinese).Due(Samples.Now, due));
        Assert.Equal(en + " overdue", In(ReplyLanguage.English).Due(Samples.Now, due));
    }

    [Fact]
    public void A_moment_is_told_in_the_companys_zone()
    {
        var at = new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero);

        Assert.Equal("1月1日 周五 00:30", In(ReplyLanguage.Chinese).Absolute(at));
        Assert.Equal("Fri 1 Jan, 00:30", In(ReplyLanguage.English).Absolute(at));
        Assert.Equal("2027-01-01T00:30:00+08:00", In(ReplyLanguage.English).Machine(at));
    }

    private static Moments In(ReplyLanguage language) => new(Samples.Policy.Company, language);
}
