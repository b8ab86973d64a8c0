using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Cli.Verbs;

/// <summary>Computes deadlines from receipt, targets and events, and says why.</summary>
internal static class DueVerb
{
    private static readonly Argument<string[]> Files = Common.Files(
        "JSONL with {\"id\",\"receivedAt\",\"category\",\"priority\",\"calendar\",\"firstResponse\",\"resolution\",\"events\":[{\"at\",\"type\"}]}; standard input when left out.",
        ArgumentArity.ZeroOrMore);

    private static readonly Option<DateTimeOffset?> At = new("--at")
    {
        Description = "The moment of looking, for example 2026-02-14T10:00:00+08:00; what happens later is left out. Now when left out, or a line's last moment when that is later.",
        CustomParser = result =>
        {
            if (IsoMoments.Read(result.Tokens[0].Value, zone: null) is { } at)
            {
                return at;
            }

            result.AddError($"--at is \"{result.Tokens[0].Value}\"; give a moment with its offset, for example 2026-02-14T10:00:00+08:00.");
            return null;
        },
    };

    private static readonly Option<string> Language = new("--lang")
    {
        Description = "The language of the reasons: en or zh.",
        DefaultValueFactory = _ => "en",
    };

    internal static Command Make()
    {
        Language.AcceptOnlyFromAmong("en", "zh");
        return new Command("due", "Says when answers and solutions are due, and why.") { Files, At, Language, PolicyFiles.Option }
            .Runs(async (line, output, cancellation) =>
            {
                var look = new Look(
                    PolicyFiles.Read(line),
                    line.GetValue(At),
                    TimeProvider.System.GetUtcNow(),
                    line.GetValue(Language) == "zh" ? ReplyLanguage.Chinese : ReplyLanguage.English);
                var all = true;
                await foreach (var (number, text) in JsonLines.ReadAsync(line.GetValue(Files)!, cancellation))
                {
                    all &= Answer(text, number, look, output);
                }

                return all;
            });
    }

    private static bool Answer(string text, int number, Look look, Output output)
    {
        JsonElement? id = null;
        var faults = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                id = json.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
                if (DueCase.Of(DueRequest.Read(json.RootElement, faults), look.Policy, faults) is { } asked)
                {
                    Show(output, id, look.Read(asked), look);
                    return true;
                }
            }
            else
            {
                faults.Add("the line is no JSON object");
            }
        }
        catch (JsonException e)
        {
            faults.Add($"the line is no JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            faults.Add(e.Message);
        }

        output.Line(new DueFault(id, false, $"Line {number}: {string.Join("; ", faults)}."));
        return false;
    }

    private static void Show(Output output, JsonElement? id, ClockReading reading, Look look)
    {
        foreach (var gap in look.Gaps(reading))
        {
            output.Note($"mailroom: the calendar \"{gap.Calendar}\" knows no special days of {gap.Year}; its weekdays were taken as ordinary ones.");
        }

        if (output.IsJson || output.IsTool)
        {
            output.Line(DueShape.Of(id, reading, look.Language));
            return;
        }

        foreach (var deadline in Standing(reading))
        {
            var table = Grids.Facts($"{id} {deadline.Kind}");
            table.Fact("due", deadline.Due.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
            table.Fact("state", $"{deadline.State}, {TargetText.Write(deadline.Remaining)} left");
            table.Fact("why", string.Join("\n", DeadlineWords.Of(deadline, look.Policy.Company, look.Language)));
            output.Screen.Write(table);
        }
    }

    private static IReadOnlyList<Deadline> Standing(ClockReading reading) => reading.Regulatory is { } law ? [.. reading.Current, law] : reading.Current;

    // What all lines are looked at by.
    private sealed record Look(SupportPolicy Policy, DateTimeOffset? At, DateTimeOffset Now, ReplyLanguage Language)
    {
        private readonly HashSet<CalendarGap> _told = [];

        internal ClockReading Read(DueCase asked)
        {
            // Without a moment of one's own, a history that lies ahead is looked at from its end.
            var at = At ?? asked.History.Events.Select(e => e.At).Append(Now).Max();
            return DeadlineClock.Read(asked.History, at > asked.ReceivedAt ? at : asked.ReceivedAt)!;
        }

        // Each gap once, not with every line.
        internal List<CalendarGap> Gaps(ClockReading reading) =>
            Standing(reading).SelectMany(d => Enumerable.Range(d.Spans[0].From.Year, d.Due.Year - d.Spans[0].From.Year + 1)
                    .Where(year => !CalendarCoverage.Knows(d.Calendar, year))
                    .Select(year => new CalendarGap(d.Calendar.Name, year)))
                .Where(_told.Add)
                .ToList();
    }
}
