using System.Globalization;
using NodaTime;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>Days with names, of the sun's calendar and of the moon's.</summary>
internal static class Feasts
{
    private static readonly ChineseLunisolarCalendar Moon = new();

    /// <summary>The last such day, or one that lies a few days ahead; null when the name tells no day.</summary>
    public static LocalDate? Of(string name, LocalDate today) => name switch
    {
        "元旦" or "new year's day" => Solar(1, 1, today),
        "情人节" or "valentine's day" or "valentines day" => Solar(2, 14, today),
        "五一" => Solar(5, 1, today),
        "国庆" or "国庆节" => Solar(10, 1, today),
        "双十" => Solar(10, 10, today),
        "halloween" => Solar(10, 31, today),
        "双十一" or "双11" => Solar(11, 11, today),
        "双十二" or "双12" => Solar(12, 12, today),
        "平安夜" or "christmas eve" => Solar(12, 24, today),
        "圣诞" or "圣诞节" or "christmas" or "christmas day" => Solar(12, 25, today),
        "boxing day" => Solar(12, 26, today),
        "new year's eve" => Solar(12, 31, today),
        "清明" or "清明节" => Solar(4, 5, today),
        "春节" or "大年初一" or "农历年" or "过年" or "chinese new year" => Lunar(1, 1, today),
        "除夕" or "大年三十" => Lunar(1, 1, today.PlusDays(1)) is { } first ? first.PlusDays(-1) : null,
        "元宵" or "元宵节" => Lunar(1, 15, today),
        "端午" or "端午节" => Lunar(5, 5, today),
        "七夕" => Lunar(7, 7, today),
        "中秋" or "中秋节" => Lunar(8, 15, today),
        "重阳" or "重阳节" => Lunar(9, 9, today),
        "小年" => Lunar(12, 23, today),
        _ => null,
    };

    /// <summary>A day of the moon's calendar, in the last year in which it has come.</summary>
    public static LocalDate? Lunar(int month, int day, LocalDate today)
    {
        for (var year = today.Year; year > today.Year - 3 && year is > 1901 and < 2100; year--)
        {
            // A leap month counts as a month of its own behind the one that it repeats.
            var leap = Moon.GetLeapMonth(year);
            var place = leap > 0 && month >= leap ? month + 1 : month;
            if (day <= Moon.GetDaysInMonth(year, place)
                && LocalDate.FromDateTime(Moon.ToDateTime(year, place, day, 0, 0, 0, 0)) is var date && date <= today)
            {
                return date;
            }
        }

        return null;
    }

    private static LocalDate Solar(int month, int day, LocalDate today) =>
        new LocalDate(today.Year, month, day) is var date && date <= today.PlusDays(7) ? date : date.PlusYears(-1);
}
