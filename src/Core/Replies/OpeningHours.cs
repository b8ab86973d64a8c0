using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies;

/// <summary>Tells customers when somebody is there again.</summary>
internal static class OpeningHours
{
    private static readonly TimeSpan LunchBreak = TimeSpan.FromHours(1);

    /// <summary>
    /// When the office opens again: "明天 09:00", after a holiday with its name: "春节假期后 2月25日（周三）09:00". Empty when it is open or
    /// at lunch.
    /// </summary>
    public static string BackAt(Ticket ticket, DateTimeOffset now, SupportPolicy policy, ReplyLanguage language)
    {
        var calendar = TicketClock.Targets(ticket, policy).FirstResponse.Calendar;
        var opens = calendar.NextOpen(now);
        if (opens - now <= LunchBreak)
        {
            return "";
        }

        var at = PromiseWording.At(opens, now, policy.Company, language);
        var holiday = CalendarSegments.Between(calendar, now, opens).LastOrDefault(s => s.Kind == SegmentKind.Holiday)?.Name;
        return (holiday, language) switch
        {
            (null, _) => at,
            ({ } name, ReplyLanguage.Chinese) => $"{(name.Zh.EndsWith('假') || name.Zh.EndsWith("假期", StringComparison.Ordinal) ? name.Zh : name.Zh + "假期")}后 {at}",
            ({ } name, _) => $"{at}, after the {name.En} holiday",
        };
    }
}
