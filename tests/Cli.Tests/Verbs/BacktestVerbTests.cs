using System.Text.Json;
using Mailroom.Support;

namespace Mailroom.Cli.Tests.Verbs;

public sealed class BacktestVerbTests : IDisposable
{
    // Answered after 1 h, 5 h (lunch counts for nothing) and the next morning; all P3 of the shipped policy, 8 h to answer.
    private static readonly string[] History =
    [
        """{"id":"a","receivedAt":"2026-03-02T10:00:00+08:00","category":"refund","priority":"P3","team":"payments","events":[{"at":"2026-03-02T11:00:00+08:00","type":"agent-reply"},{"at":"2026-03-02T11:00:00+08:00","type":"resolve"}]}""",
        """{"id":"b","receivedAt":"2026-03-02T10:00:00+08:00","category":"refund","priority":"P3","team":"payments","language":"en","events":[{"at":"2026-03-02T16:00:00+08:00","type":"agent-reply"},{"at":"2026-03-02T16:00:00+08:00","type":"resolve"}]}""",
        """{"id":"c","receivedAt":"2026-03-02T14:00:00+08:00","category":"technical_fault","priority":"P3","team":"tech","events":[{"at":"2026-03-03T17:00:00+08:00","type":"agent-reply"},{"at":"2026-03-03T17:00:00+08:00","type":"resolve"}]}""",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-backtest-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_stricter_policy_tells_what_it_would_have_missed()
    {
        var typed = await BacktestAsync(History, "--policy", Policy(("P3: { firstResponse: PT8H", "P3: { firstResponse: PT4H")));

        var report = Assert.Single(typed.Lines);
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(
            ["at", "tickets", "unread", "total", "groups", "newlyBreached", "noLongerBreached", "notes"], report.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"deadlines":6,"inForce":{"met":5,"breached":1,"running":0},"candidate":{"met":4,"breached":2,"running":0},"newlyBreached":1,"noLongerBreached":0}""",
            report.GetProperty("total").GetRawText());
        Assert.Equal(
            """{"ticket":"b","deadline":"first-response","category":"refund","team":"payments","priority":"P3","since":"2026-03-02T10:00:00+08:00","inForce":{"state":"met","due":"2026-03-03T10:00:00+08:00","late":"PT0S"},"candidate":{"state":"breached","due":"2026-03-02T15:00:00+08:00","late":"PT1H"}}""",
            Assert.Single(report.GetProperty("newlyBreached").EnumerateArray()).GetRawText());
        Assert.Contains(Groups(report), g => g == "hour 10 first-response 1");
        Assert.Contains(Groups(report), g => g == "language en first-response 1");
        Assert.Contains(Groups(report), g => g == "team tech first-response 0");
    }

    [Fact]
    public async Task Another_calendar_alone_is_tried_under_the_policy_in_force()
    {
        // Two hours a day: what came on Monday at 14:00 has used two of its eight when it is answered on Tuesday.
        var calendar = Path.Combine(_folder.FullName, "short.yaml");
        await File.WriteAllTextAsync(calendar, "timeZone: Asia/Shanghai\nweek:\n  monday: [\"09:00-11:00\"]\n  tuesday: [\"09:00-11:00\"]\n");

        var typed = await BacktestAsync(History, "--calendar", "china=" + calendar);

        var saved = Assert.Single(typed.Lines[0].GetProperty("noLongerBreached").EnumerateArray());
        Assert.Equal((0, "c", "PT3H"), (typed.ExitCode, saved.GetProperty("ticket").GetString(), saved.GetProperty("inForce").GetProperty("late").GetString()));
        Assert.Equal(0, typed.Lines[0].GetProperty("newlyBreached").GetArrayLength());
    }

    [Fact]
    public async Task A_period_leaves_out_what_was_received_outside_it()
    {
        var typed = await BacktestAsync(History, "--policy", Policy(), "--from", "2026-03-02T11:00:00+08:00", "--to", "2026-03-03T00:00:00+08:00");

        Assert.Equal(1, typed.Lines[0].GetProperty("tickets").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_goes_on()
    {
        var typed = await BacktestAsync([.. History, "nonsense", """{"id":"d"}"""], "--policy", Policy());

        Assert.Equal(1, typed.ExitCode);
        Assert.Equal((3, 2), (typed.Lines[0].GetProperty("tickets").GetInt32(), typed.Lines[0].GetProperty("unread").GetInt32()));
        Assert.Contains("Line 4: the line is no JSON.", typed.Error, StringComparison.Ordinal);
        Assert.Contains("Line 5: receivedAt is missing.", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_a_ticket_are_replayed_and_names_out_of_use_are_told()
    {
        string[] lines =
        [
            """{"id":"a","receivedAt":"2026-03-02T10:00:00+08:00","category":"refund","priority":"P3","events":[{"at":"2026-03-02T10:30:00+08:00","type":"change","priority":"P1"},{"at":"2026-03-02T11:30:00+08:00","type":"agent-reply"}]}""",
            """{"id":"b","receivedAt":"2026-03-02T10:00:00+08:00","category":"pigeons","team":"loft","firstResponse":"PT1H"}""",
        ];

        var typed = await BacktestAsync(lines, "--policy", Policy(), "--at", "2026-03-02T12:00:00+08:00");

        var report = typed.Lines[0];
        Assert.Contains(Groups(report), g => g == "priority P1 first-response 1");
        Assert.Contains(Groups(report), g => g == "category other first-response 0");
        Assert.Equal(
            3, report.GetProperty("notes").EnumerateArray().Count(n => n.GetString() is { } note && (note.Contains("pigeons", StringComparison.Ordinal) || note.Contains("loft", StringComparison.Ordinal) || note.Contains("targets or a calendar of their own", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Faults_of_the_candidate_are_told_with_their_line()
    {
        var typed = await BacktestAsync(History, "--policy", Policy(("P3: { firstResponse: PT8H", "P3: { firstResponse: soon")));

        Assert.Equal((1, ""), (typed.ExitCode, typed.Out));
        Assert.Matches("policy.yaml, line [0-9]+: \"firstResponse\" must be counted time", typed.Error);
    }

    [Theory]
    [InlineData("Say what to try")]
    [InlineData("give NAME=FILE", "--calendar", "china")]
    [InlineData("--examples is 101", "--calendar", "china=a.yaml", "--examples", "101")]
    public async Task What_is_to_be_tried_must_be_said(string fault, params string[] options)
    {
        var typed = await Typed.RunAsync(["backtest", .. options]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(fault, typed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mars=a.yaml", "There is no calendar \"mars\"; name one of 24x7, china, london.")]
    [InlineData("china=nowhere.yaml", "nowhere.yaml cannot be read")]
    public async Task A_calendar_that_cannot_be_tried_says_why(string given, string fault)
    {
        var typed = await BacktestAsync(History, "--calendar", given);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(fault, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_tables()
    {
        var file = await FileAsync(History);

        var typed = await Typed.RunAsync("backtest", "--import", file, "--policy", Policy(("P3: { firstResponse: PT8H", "P3: { firstResponse: PT4H")));

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("By the hour in which the mail came", typed.Out, StringComparison.Ordinal);
        Assert.Contains("Newly breached, the worst first", typed.Out, StringComparison.Ordinal);
        Assert.Contains("3 tickets replayed.", typed.Error, StringComparison.Ordinal);
        Assert.Contains("History stays as it was", typed.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Groups(JsonElement report) => report.GetProperty("groups").EnumerateArray().Select(g =>
        $"{g.GetProperty("by").GetString()} {g.GetProperty("key").GetString()} {g.GetProperty("deadline").GetString()} {g.GetProperty("counts").GetProperty("candidate").GetProperty("breached").GetInt32() - (g.GetProperty("by").GetString() is "priority" ? 0 : g.GetProperty("counts").GetProperty("inForce").GetProperty("breached").GetInt32())}");

    private async Task<Typed> BacktestAsync(string[] lines, params string[] options) =>
        await Typed.RunAsync(["backtest", "--json", "--import", await FileAsync(lines), .. options]);

    private async Task<string> FileAsync(string[] lines)
    {
        var file = Path.Combine(_folder.FullName, "history.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    // The shipped policy with some of its text replaced.
    private string Policy(params (string Old, string New)[] changes)
    {
        var shipped = RepoRoot.At("src", "Functions", "Policy");
        foreach (var path in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, "policy", Path.GetRelativePath(shipped, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, changes.Aggregate(File.ReadAllText(path), (text, c) => text.Replace(c.Old, c.New, StringComparison.Ordinal)));
        }

        return Path.Combine(_folder.FullName, "policy", "policy.yaml");
    }
}
