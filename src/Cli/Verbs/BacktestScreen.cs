using System.Globalization;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets.Backtests;
using NodaTime;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Shows a backtest.</summary>
internal static class BacktestScreen
{
    /// <summary>One JSON object for tools, tables for people.</summary>
    internal static void Show(Output output, BacktestReport report, BacktestQuestion question, int unread, IReadOnlyList<string> notes)
    {
        if (output.IsJson)
        {
            output.Line(BacktestShape.Of(report, question, unread, notes));
            return;
        }

        Kinds(output, report);
        foreach (var by in Enum.GetValues<BacktestGrouping>().Where(b => b != BacktestGrouping.All))
        {
            Groups(output, report, by);
        }

        Examples(output, "Newly breached, the worst first", report.WorstNewlyBreached, question);
        Examples(output, "No longer breached, the worst first", report.WorstNoLongerBreached, question);
        output.Note($"{report.Tickets} tickets replayed{(unread > 0 ? $"; {unread} could not be read" : "")}.");
        foreach (var note in notes)
        {
            output.Note("- " + note);
        }
    }

    private static void Kinds(Output output, BacktestReport report)
    {
        var table = Counted("All", "Deadline");
        foreach (var row in report.Rows.Where(r => r.By == BacktestGrouping.All))
        {
            Add(table, DeadlineNames.Of(row.Kind), row.Counts);
        }

        foreach (var (key, counts) in report.Totals(BacktestGrouping.All))
        {
            Add(table, key, counts);
        }

        output.Screen.Write(table);
    }

    private static void Groups(Output output, BacktestReport report, BacktestGrouping by)
    {
        var table = Counted(
            by == BacktestGrouping.Hour ? "By the hour in which the mail came" : $"By {by.ToString().ToLowerInvariant()}", by.ToString());
        foreach (var (key, counts) in report.Totals(by))
        {
            Add(table, key, counts);
        }

        output.Screen.Write(table);
    }

    private static Table Counted(string title, string key)
    {
        var table = Grids.Of(key, "Deadlines", "Breached in force", "Breached candidate", "Newly", "No longer", "Running in force", "Running candidate");
        table.Title = new TableTitle(title);
        return table;
    }

    private static void Add(Table table, string key, BacktestCounts counts) => table.Row(
        key,
        Number(counts.Deadlines),
        $"{counts.InForce.Breached} ({Share(counts.InForce)})",
        $"{counts.Candidate.Breached} ({Share(counts.Candidate)})",
        Number(counts.NewlyBreached),
        Number(counts.NoLongerBreached),
        Number(counts.InForce.Running),
        Number(counts.Candidate.Running));

    private static void Examples(Output output, string title, IReadOnlyList<BacktestOutcome> examples, BacktestQuestion question)
    {
        if (examples.Count == 0)
        {
            return;
        }

        var table = Grids.Of("Ticket", "P", "Category", "Deadline", "Mail came", "Due in force", "Due candidate", "Late in force", "Late candidate");
        table.Title = new TableTitle(title);
        foreach (var example in examples)
        {
            table.Row(
                example.Ticket,
                example.Of.Priority.ToString(),
                example.Of.Category.Code,
                DeadlineNames.Of(example.Kind),
                Moment(example.Since),
                Moment(example.InForce.Due),
                Moment(example.Candidate.Due),
                Late(example.InForce),
                Late(example.Candidate));
        }

        output.Screen.Write(table);

        string Moment(DateTimeOffset at) =>
            Instant.FromDateTimeOffset(at).InZone(question.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Late(BacktestVerdict verdict) => verdict.State == BacktestState.Breached
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(verdict.Late.TotalHours)}:{verdict.Late.Minutes:00} h")
        : "-";

    private static string Share(BacktestSide side) => side.Met + side.Breached == 0
        ? "-"
        : (100.0 * side.Breached / (side.Met + side.Breached)).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
