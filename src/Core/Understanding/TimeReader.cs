using Mailroom.Core.Understanding.Facts;
using Mailroom.Core.Understanding.Facts.Times;
using NodaTime;

namespace Mailroom.Core.Understanding;

/// <summary>Tells which moment or stretch of time a phrase means, seen from when the mail was written.</summary>
public static class TimeReader
{
    /// <summary>The time that a phrase means; null when it says none that can be told.</summary>
    /// <param name="phrase">The writer's words: 昨天下午三点多, last Tuesday, two hours ago, 上个月17号.</param>
    /// <param name="written">When the mail was written.</param>
    /// <param name="zone">Where its writer's clock stands.</param>
    /// <remarks>Letters tell of what has happened: a day without its month or year, and a weekday, is the last such day.</remarks>
    public static LocalRange? Resolve(string phrase, Instant written, DateTimeZone zone)
    {
        var now = written.InZone(zone).LocalDateTime;
        var atoms = TimePhrases.Find(new FactText(phrase)).SelectMany(p => p.Atoms).ToList();
        var ago = atoms.Find(a => a.Kind is TimeKind.Ago or TimeKind.Lasting or TimeKind.Now);
        var days = atoms.Select(a => DayWords.Of(a, now.Date)).FirstOrDefault(d => d is not null);
        var hours = ClockWords.Of(atoms);
        return (days, hours, ago) switch
        {
            ({ } day, { } hour, _) when day.IsOneDay => hour.On(day.From, IsNight(atoms)),
            ({ } day, _, _) => NightOf(atoms, day) ?? new LocalRange(day.From.AtMidnight(), day.Until.AtMidnight()),
            (null, { } hour, null) => hour.Latest(now),
            (null, _, { } before) => Before(before, now),
            _ => null,
        };
    }

    private static bool IsNight(List<TimeAtom> atoms) =>
        atoms.Exists(a => a.Kind == TimeKind.Day && a["day"] is ['昨' or '前' or '寻' or '噚' or '琴' or '今', '晚' or '夜'] or "last night" or "tonight");

    private static LocalRange? NightOf(List<TimeAtom> atoms, DayRange day) =>
        atoms.Find(a => a.Kind == TimeKind.Day)?["day"] switch
        {
            [_, '晚' or '夜'] or "last night" or "tonight" => Hours(day.From, 18, 30),
            [_, '早' or '晨' or '朝'] or "this morning" => Hours(day.From, 5, 12),
            "this afternoon" => Hours(day.From, 12, 18),
            "this evening" => Hours(day.From, 17, 24),
            _ => null,
        };

    private static LocalRange Hours(LocalDate day, int from, int until) =>
        new(day.AtMidnight().PlusHours(from), day.AtMidnight().PlusHours(until));

    private static LocalRange? Before(TimeAtom atom, LocalDateTime now)
    {
        if (atom.Kind == TimeKind.Now)
        {
            return new LocalRange(now.PlusMinutes(-15), now);
        }

        var lasts = atom.Kind == TimeKind.Lasting;
        return Length(atom["count"], atom["unit"]) switch
        {
            null => null,
            { HasTimeComponent: true } length when lasts => new LocalRange(now - length, now),
            { HasTimeComponent: true } length => new LocalRange(now - length, now - length),
            { } length when lasts => new LocalRange((now.Date - length).AtMidnight(), now),
            { } length => DayWords.Whole(now.Date - length),
        };
    }

    private static Period? Length(string count, string unit)
    {
        var isHalf = count.StartsWith("half", StringComparison.Ordinal) || count == "半";
        var number = isHalf ? 1 : ClockWords.Number(count) ?? (count switch { "a couple of" or "couple of" => 2, "a few" or "few" or "several" or "几" or "好几" => 3, "a" or "an" => 1, _ => null });
        return (unit, number) switch
        {
            (_, null) => null,
            ("分钟" or "minute" or "min", { } n) => Period.FromMinutes(n),
            ("小时" or "钟头" or "hour" or "hr", { } n) => isHalf ? Period.FromMinutes(30) : Period.FromHours(n),
            ("天" or "日" or "day" or "night", { } n) => isHalf ? Period.FromHours(12) : Period.FromDays(n),
            ("周" or "星期" or "礼拜" or "week", { } n) => Period.FromWeeks(n),
            ("月" or "month", { } n) => isHalf ? Period.FromDays(15) : Period.FromMonths(n),
            ("年" or "year", { } n) => isHalf ? Period.FromMonths(6) : Period.FromYears(n),
            _ => null,
        };
    }
}
