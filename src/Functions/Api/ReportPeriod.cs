using System.Globalization;
using Mailroom.Core.Policy;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>The period that a report is asked for: "from" and "to"; the last 28 days when left out.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment after its last.</param>
/// <param name="Fault">What is wrong with what was asked; null when nothing is.</param>
internal sealed record ReportPeriod(DateTimeOffset From, DateTimeOffset To, IResult? Fault)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(28);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly LocalizedText Expected =
        new("请填写带时区的时间，例如 2026-11-20T09:00:00+08:00。", "Give a moment with its offset, like 2026-11-20T09:00:00Z.");

    internal static ReportPeriod Read(HttpRequest request, DateTimeOffset now)
    {
        if (Moment(request.Query["to"], now) is not { } to)
        {
            return new(now, now, Problem.BadValue(request, "to", Expected));
        }

        if (Moment(request.Query["from"], to - Usual) is not { } from)
        {
            return new(now, now, Problem.BadValue(request, "from", Expected));
        }

        return new(from, to, from >= to || to - from > Longest
            ? Problem.BadValue(request, "from", new("开始时间须早于结束时间，且相隔不超过 366 天。", "The start lies before the end, by at most 366 days."))
            : null);
    }

    // Far from both ends of the calendar, so that a period can be taken off it.
    private static DateTimeOffset? Moment(string? text, DateTimeOffset usual) => string.IsNullOrEmpty(text)
        ? usual
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1970 and < 2200 ? at : null;
}
