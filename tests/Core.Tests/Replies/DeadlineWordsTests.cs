using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Support.Builders;
using static Mailroom.Core.Deadlines.ClockEventKind;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Replies;

public sealed class DeadlineWordsTests
{
    [Fact]
    public void Like_days_are_one_line_and_nights_are_told_once() => Says(
        "P5D", "2026-03-02 14:20", "2026-03-02 14:20", [],
        [
            "3月2日（周一）14:20–18:00 计 3 小时 40 分钟",
            "3月3日（周二）至3月6日（周五）4 个工作日，每天 09:00–18:00 计 8 小时，共 32 小时",
            "3月9日（周一）09:00–14:20 计 4 小时 20 分钟",
            "不计时：夜间、周末等非工作时间、午休",
            "合计 40 小时，期限 3月9日（周一）14:20",
        ],
        [
            "Mon 2 Mar 14:20–18:00 counted 3 h 40 min",
            "Tue 3 Mar – Fri 6 Mar, 4 working days 09:00–18:00, counted 8 h a day, 32 h",
            "Mon 9 Mar 09:00–14:20 counted 4 h 20 min",
            "not counted: overnight, outside working days, lunch",
            "together 40 h: due Mon 9 Mar 14:20",
        ]);

    [Fact]
    public void Holidays_and_make_up_days_are_called_by_their_names() => Says(
        "P2D", "2026-02-13 14:00", "2026-02-13 14:00", [],
        [
            "2月13日（周五）14:00–18:00 计 4 小时",
            "2月14日（周六）春节调休上班 09:00–18:00 计 8 小时",
            "春节放假，2月15日至2月23日，不计",
            "2月24日（周二）09:00–14:00 计 4 小时",
            "不计时：夜间、午休",
            "合计 16 小时，期限 2月24日（周二）14:00",
        ],
        [
            "Fri 13 Feb 14:00–18:00 counted 4 h",
            "Sat 14 Feb, Spring Festival make-up workday, 09:00–18:00 counted 8 h",
            "Spring Festival, 15 Feb – 23 Feb: closed",
            "Tue 24 Feb 09:00–14:00 counted 4 h",
            "not counted: overnight, lunch",
            "together 16 h: due Tue 24 Feb 14:00",
        ]);

    [Fact]
    public void A_pause_says_who_and_why_and_a_solution_ends_the_story() => Says(
        "P1D", "2026-03-02 10:00", "2026-03-04 12:00",
        [new(Shanghai("2026-03-02 11:00"), Pause, "han.meimei", "等单号"), new(Shanghai("2026-03-03 10:00"), Resume), new(Shanghai("2026-03-03 11:30"), Resolve, "han.meimei")],
        [
            "3月2日（周一）10:00–11:00 计 1 小时",
            "3月2日（周一）11:00 至 3月3日（周二）10:00 等待客户，暂停计时（han.meimei）：等单号",
            "3月3日（周二）10:00–11:30 计 1 小时 30 分钟",
            "合计用时 2 小时 30 分钟，目标 8 小时",
        ],
        [
            "Mon 2 Mar 10:00–11:00 counted 1 h",
            "Mon 2 Mar 11:00 – Tue 3 Mar 10:00 on hold by han.meimei, waiting for the customer: 等单号",
            "Tue 3 Mar 10:00–11:30 counted 1 h 30 min",
            "together 2 h 30 min used of 8 h",
        ]);

    [Fact]
    public void A_long_story_is_cut_and_says_so()
    {
        var pauses = Enumerable.Range(0, 60).Select(i => new ClockEvent(Shanghai("2026-03-02 10:00").AddMinutes(i + 1), i % 2 == 0 ? Pause : Resume)).ToArray();

        var lines = Words(Read("P1D", "2026-03-02 10:00", "2026-03-03 10:00", pauses), ReplyLanguage.English);

        Assert.Contains(lines, l => l.EndsWith("more are not listed", StringComparison.Ordinal));
        Assert.InRange(lines.Count, 10, 30);
    }

    [Fact]
    public void Another_zone_than_the_companys_is_named()
    {
        var london = HouseCalendars.China with { Name = "london", Zone = HouseCalendars.Zone("Europe/London") };
        var history = new ClockHistory([new(Shanghai("2026-03-02 20:00"), CustomerMail)], ClockTargets.On(london, TargetText.Read("PT1H")!, TargetText.Read("PT1H")!));

        Assert.Equal("times of Europe/London", Words(DeadlineClock.Read(history, Shanghai("2026-03-02 20:00"))!.Resolution, ReplyLanguage.English)[^1]);
    }

    private static void Says(string target, string received, string now, ClockEvent[] events, string[] zh, string[] en)
    {
        var deadline = Read(target, received, now, events);

        Assert.Equal(zh, Words(deadline, ReplyLanguage.Chinese));
        Assert.Equal(en, Words(deadline, ReplyLanguage.English));
    }

    private static Deadline Read(string target, string received, string now, ClockEvent[] events) => DeadlineClock.Read(
        new([new(Shanghai(received), CustomerMail), .. events], ClockTargets.On(HouseCalendars.China, TargetText.Read(target)!, TargetText.Read(target)!)),
        Shanghai(now))!.Resolution;

    private static IReadOnlyList<string> Words(Deadline deadline, ReplyLanguage language) => DeadlineWords.Of(deadline, Policies.Small.Company, language);
}
