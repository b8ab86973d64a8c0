using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Replies;

public sealed class PromiseWordingTests
{
    private static readonly CompanyPolicy Company = Policies.Small.Company;

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 17:30", "今天 17:30 前（北京时间）", "today before 17:30 (Beijing time)")]
    [InlineData("2026-03-02 10:00", "2026-03-03 09:40", "明天 09:40 前（北京时间）", "tomorrow before 09:40 (Beijing time)")]
    [InlineData("2026-03-02 10:00", "2026-03-04 12:00", "3月4日（周三）12:00 前（北京时间）", "on Wed 4 March before 12:00 (Beijing time)")]
    [InlineData("2026-12-31 10:00", "2027-01-04 09:00", "2027年1月4日（周一）09:00 前（北京时间）", "on Mon 4 January 2027 before 09:00 (Beijing time)")]
    [InlineData("2026-12-31 10:00", "2027-01-01 09:00", "明天 09:00 前（北京时间）", "tomorrow before 09:00 (Beijing time)")]
    [InlineData("2026-03-02 10:00", "2026-03-02 17:34", "今天 17:30 前（北京时间）", "today before 17:30 (Beijing time)")]
    [InlineData("2026-03-02 17:28", "2026-03-02 17:33", "今天 17:30 前（北京时间）", "today before 17:30 (Beijing time)")]
    [InlineData("2026-03-02 17:31", "2026-03-02 17:34", "今天 17:34 前（北京时间）", "today before 17:34 (Beijing time)")]
    [InlineData("2026-03-02 23:50", "2026-03-03 00:20", "明天 00:20 前（北京时间）", "tomorrow before 00:20 (Beijing time)")]
    public void A_promise_is_told_the_way_people_say_it_and_never_later_than_it_is(string now, string due, string zh, string en)
    {
        Assert.Equal(zh, PromiseWording.By(Shanghai(due), Shanghai(now), Company, ReplyLanguage.Chinese));
        Assert.Equal(en, PromiseWording.By(Shanghai(due), Shanghai(now), Company, ReplyLanguage.English));
    }

    [Fact]
    public void The_companys_clock_counts_whatever_offset_a_moment_comes_with() =>
        Assert.Equal(
            "今天 17:30 前（北京时间）",
            PromiseWording.By(Shanghai("2026-03-02 17:30").ToUniversalTime(), Shanghai("2026-03-02 00:10").ToUniversalTime(), Company, ReplyLanguage.Chinese));

    [Fact]
    public void A_plain_moment_and_a_stamp_are_told_to_the_minute()
    {
        var (moment, now) = (Shanghai("2026-03-03 09:03"), Shanghai("2026-03-02 18:00"));

        Assert.Equal("明天 09:03", PromiseWording.At(moment, now, Company, ReplyLanguage.Chinese));
        Assert.Equal("tomorrow at 09:03", PromiseWording.At(moment, now, Company, ReplyLanguage.English));
        Assert.Equal("2026年3月3日（周二）09:03（北京时间）", PromiseWording.Stamp(moment, Company, ReplyLanguage.Chinese));
        Assert.Equal("Tue 3 March 2026, 09:03 (Beijing time)", PromiseWording.Stamp(moment, Company, ReplyLanguage.English));
    }

    [Theory]
    [InlineData("00:00:30", "", "")]
    [InlineData("00:25:00", "25 分钟", "25 min")]
    [InlineData("02:05:00", "2 小时 5 分钟", "2 h 5 min")]
    [InlineData("03:00:00", "3 小时", "3 h")]
    [InlineData("1.00:59:00", "1 天", "1 day")]
    [InlineData("2.03:20:00", "2 天 3 小时", "2 days 3 h")]
    [InlineData("-02:05:00", "2 小时 5 分钟", "2 h 5 min")]
    public void A_span_is_told_in_its_two_largest_units(string span, string zh, string en)
    {
        Assert.Equal(zh, PromiseWording.Span(Span(span), ReplyLanguage.Chinese));
        Assert.Equal(en, PromiseWording.Span(Span(span), ReplyLanguage.English));
    }
}
