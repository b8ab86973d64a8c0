using Mailroom.Core.Policy;
using Mailroom.Core.Tickets.Backtests;

namespace Mailroom.Cli.Verbs;

/// <summary>What to keep in mind when reading a backtest.</summary>
internal static class BacktestNotes
{
    /// <summary>The rules it follows, and what the candidate does not know.</summary>
    internal static IEnumerable<string> Of(BacktestReport report, BacktestQuestion question)
    {
        yield return "History stays as it was: answers, waiting, solutions and extensions come when they came, and mails are not read again. "
            + "Under another policy people would have worked otherwise.";
        yield return "Priority and team of a ticket follow the candidate where they were what the policy in force gives its category; what words, people or steps of the ladder made of them stays.";
        yield return "It measures targets. Promises to customers are what they were and are in no figure here.";
        if (Unknown(report, BacktestGrouping.Category, question.Candidate.Categories.Select(c => c.Code)) is { Count: > 0 } categories)
        {
            yield return $"The candidate has no category {string.Join(", ", categories)}; it treats such tickets as \"{CategoryPolicy.Fallback}\".";
        }

        if (Unknown(report, BacktestGrouping.Team, question.Candidate.Teams.Select(t => t.Name)) is { Count: > 0 } teams)
        {
            yield return $"The candidate has no team {string.Join(", ", teams)}.";
        }

        foreach (var gap in Gaps(report, question))
        {
            yield return $"The calendar \"{gap.Calendar}\" knows no special days of {gap.Year}; its weekdays were taken as ordinary ones.";
        }
    }

    private static List<string> Unknown(BacktestReport report, BacktestGrouping by, IEnumerable<string> known) =>
        [.. report.Totals(by).Select(t => t.Key).Except(known, StringComparer.Ordinal)];

    private static IEnumerable<CalendarGap> Gaps(BacktestReport report, BacktestQuestion question) =>
        report.Earliest is { } first
            ? new[] { question.InForce, question.Candidate }.SelectMany(p => CalendarCoverage.Gaps(p, first.Year, question.Now.Year)).Distinct()
            : [];
}
