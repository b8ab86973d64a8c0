using Mailroom.Core.Deadlines;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;
using Mailroom.Support.Builders;
using static Mailroom.Support.Builders.HouseCalendars;

namespace Mailroom.Pipeline.Tests.Adapters.Policy;

/// <summary>Calendars as a company writes them, beside the shipped policy.</summary>
public sealed class CalendarReaderTests : IDisposable
{
    private const string Week = "timeZone: Asia/Shanghai\nweek:\n  monday: &o [\"09:00-18:00\"]\n  tuesday: *o\n  wednesday: *o\n  thursday: *o\n  friday: [\"09:00-16:00\"]\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-calendar-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_date_is_a_name_or_names_and_windows_and_may_be_a_range()
    {
        var days = Shop("""
            days:
              2026-12-24: { name: { zh: 平安夜, en: Christmas Eve }, open: ["09:00-13:00"] }
              2026-12-25/2026-12-26: { zh: 圣诞节, en: Christmas }
              2026-12-31: Silvester
            """).Days;

        Assert.Equal(4, days.Count);
        Assert.Equal(new CalendarName("平安夜", "Christmas Eve"), days[Date("2026-12-24")].Name);
        Assert.Equal(HouseCalendars.Windows("09:00-13:00"), days[Date("2026-12-24")].Windows);
        Assert.Equal(new CalendarName("圣诞节", "Christmas"), days[Date("2026-12-26")].Name);
        Assert.Empty(days[Date("2026-12-26")].Windows);
        Assert.Equal(CalendarName.Same("Silvester"), days[Date("2026-12-31")].Name);
    }

    [Fact]
    public void A_break_has_a_name_and_a_time()
    {
        var pause = Assert.Single(Shop("breaks:\n  - { name: { zh: 午休, en: lunch }, at: \"12:00-13:00\" }\n").Breaks);

        Assert.Equal(new CalendarBreak(new("午休", "lunch"), HouseCalendars.Windows("12:00-13:00")[0]), pause);
    }

    [Fact]
    public void A_file_of_holiday_cn_beside_it_gives_holidays_and_make_up_days_and_a_date_written_here_beats_it()
    {
        Write("calendars/2030.json", """
            {"$schema":"https://example.com/schema.json","year":2030,"papers":[],"days":[
              {"name":"春节","date":"2030-02-02","isOffDay":true},{"name":"春节","date":"2030-02-03","isOffDay":true},
              {"name":"春节","date":"2030-02-09","isOffDay":false},{"name":"店庆","date":"2030-05-05","isOffDay":true}]}
            """);

        var days = Shop("holidays: 2030.json\nholidayNames: { 春节: Spring Festival }\ndays:\n  2030-02-03: { name: 加班, open: [\"10:00-12:00\"] }\n").Days;

        Assert.Equal(new CalendarName("春节", "Spring Festival"), days[Date("2030-02-02")].Name);
        Assert.Equal(new CalendarName("春节调休", "Spring Festival make-up workday"), days[Date("2030-02-09")].Name);
        Assert.Equal(HouseCalendars.Windows("09:00-18:00"), days[Date("2030-02-09")].Windows);
        Assert.Equal(HouseCalendars.Windows("10:00-12:00"), days[Date("2030-02-03")].Windows);
        Assert.Equal(CalendarName.Same("店庆"), days[Date("2030-05-05")].Name);
    }

    [Theory]
    [InlineData("days:\n  2026-02-15/2026-02-10: 春节\n", "shop.yaml, line 9: \"2026-02-15/2026-02-10\" covers -4 days")]
    [InlineData("days:\n  2026-02-15: 春节\n  2026-02-14/2026-02-16: 春节\n", "shop.yaml, line 10: 2026-02-15 stands here twice")]
    [InlineData("days:\n  2026-02-30: 春节\n", "shop.yaml, line 9: \"2026-02-30\" is no date")]
    [InlineData("breaks:\n  - { name: lunch, at: noon }\n", "shop.yaml, line 9: \"noon\" is no window")]
    [InlineData("holidays: gone.json\n", "gone.json cannot be read")]
    [InlineData("holidays: bad.json\n", "bad.json: these are no holidays")]
    [InlineData("holidays: worse.json\n", "worse.json: these are no holidays")]
    public void What_cannot_be_read_is_named_with_its_place(string more, string fault)
    {
        Write("calendars/bad.json", "{\"days\":[{\"name\":\"春节\",\"date\":\"2030-02-31\",\"isOffDay\":true}]}");
        Write("calendars/worse.json", "{\"days\":{}}");

        var error = Assert.Throws<PolicyException>(() => Shop(more));

        Assert.Contains(fault, Assert.Single(error.Faults), StringComparison.Ordinal);
    }

    private WorkingCalendar Shop(string more)
    {
        var from = RepoRoot.At("src", "Functions", "Policy");
        foreach (var name in new[] { "policy.yaml", "signals.yaml", "calendars/china.yaml", "calendars/24x7.yaml" })
        {
            Write(name, File.ReadAllText(Path.Combine(from, name)));
        }

        Write("calendars/shop.yaml", Week + more);
        return PolicyReader.Read(Path.Combine(_folder.FullName, "policy.yaml")).Calendars["shop"];
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
