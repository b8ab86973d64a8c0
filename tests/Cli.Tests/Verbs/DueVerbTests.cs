using System.Text.Json;

namespace Mailroom.Cli.Tests.Verbs;

public sealed class DueVerbTests : IDisposable
{
    private const string Monday = "\"receivedAt\":\"2026-03-02T10:00:00+08:00\"";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_line_is_answered_with_the_fields_that_tools_rely_on()
    {
        var typed = await DueAsync("--at 2026-03-02T10:00:00+08:00", $$"""{"id":"a",{{Monday}},"category":"refund","priority":"P3","calendar":"china","firstResponse":"PT8H","resolution":"P3D","events":[]}""");

        var line = Assert.Single(typed.Lines);
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(["id", "firstResponse", "nextResponse", "resolution", "segments"], Names(line));
        Assert.Equal(["due", "remaining", "state"], Names(line.GetProperty("resolution")));
        Assert.Equal(["from", "to", "kind", "why"], Names(line.GetProperty("segments")[0]));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("nextResponse").ValueKind);
        Assert.Equal("2026-03-03T10:00:00+08:00", Text(line, "firstResponse", "due"));
        Assert.Equal("2026-03-05T10:00:00+08:00", Text(line, "resolution", "due"));
        Assert.Equal(("PT24H", "running"), (Text(line, "resolution", "remaining"), Text(line, "resolution", "state")));
    }

    [Fact]
    public async Task The_segments_tell_lunch_nights_holidays_make_up_days_and_pauses()
    {
        var typed = await DueAsync("--at 2026-02-14T10:00:00+08:00", """
            {"id":1,"receivedAt":"2026-02-13T11:00:00+08:00","calendar":"china","firstResponse":"PT8H","resolution":"PT9H","events":[{"at":"2026-02-13T14:00:00+08:00","type":"pause"},{"at":"2026-02-14T09:30:00+08:00","type":"resume"}]}
            """);

        // Fri 11-12 1 h and 13-14 1 h; on hold to Sat 09:30; make-up Saturday 2:30 h to lunch and 4:30 h after it.
        Assert.Equal(
            [
                "02-13T11:00 02-13T12:00 counted working hours",
                "02-13T12:00 02-13T13:00 lunch lunch",
                "02-13T13:00 02-13T14:00 counted working hours",
                "02-13T14:00 02-14T09:30 paused on hold, waiting for the customer",
                "02-14T09:30 02-14T12:00 counted Spring Festival make-up workday",
                "02-14T12:00 02-14T13:00 lunch lunch",
                "02-14T13:00 02-14T17:30 counted Spring Festival make-up workday",
            ],
            typed.Lines[0].GetProperty("segments").EnumerateArray().Select(Shown));
    }

    [Fact]
    public async Task A_holiday_is_one_segment_with_its_name_in_the_language_asked_for()
    {
        var typed = await DueAsync("--at 2026-02-14T17:00:00+08:00 --lang zh", """{"id":1,"receivedAt":"2026-02-14T17:00:00+08:00","calendar":"china","firstResponse":"PT2H","resolution":"PT2H"}""");

        Assert.Equal(
            [
                "02-14T17:00 02-14T18:00 counted 春节调休上班",
                "02-14T18:00 02-15T00:00 closed 夜间不办公",
                "02-15T00:00 02-24T00:00 holiday 春节",
                "02-24T00:00 02-24T09:00 closed 夜间不办公",
                "02-24T09:00 02-24T10:00 counted 工作时间",
            ],
            typed.Lines[0].GetProperty("segments").EnumerateArray().Select(Shown));
    }

    [Theory]
    [InlineData("not json", "the line is no JSON")]
    [InlineData("[1]", "the line is no JSON object")]
    [InlineData("""{"id":1}""", "receivedAt is missing")]
    [InlineData("""{"id":1,"receivedAt":"yesterday"}""", "receivedAt \"yesterday\" is no moment")]
    [InlineData("""{"id":1,"receivedAt":"0001-01-01T00:00:00Z"}""", "is no moment of 1970 to 2199")]
    [InlineData("""{"id":1,"receivedAt":"2026-02-30T00:00:00Z"}""", "is no moment")]
    [InlineData("""{"id":1,"receivedAt":7}""", "receivedAt must be a text")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","calendar":"mars"}""", "calendar \"mars\" is unknown; use one of 24x7, china, london")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","priority":"P9"}""", "priority \"P9\" is unknown; use P1, P2, P3 or P4")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","category":"weather"}""", "category \"weather\" is unknown")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","firstResponse":"8h"}""", "firstResponse \"8h\" is no target")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","resolution":"P1W"}""", "resolution \"P1W\" is no target")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","resolution":"PT-1H"}""", "resolution \"PT-1H\" is no target")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","resolution":"P30000D"}""", "is not open long enough within 20 years")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","events":{}}""", "events must be a list")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","events":[{"at":"2026-03-02T11:00:00Z","type":"sneeze"}]}""", "events[0].type \"sneeze\" is unknown; use customer-reply, agent-reply, pause, resume, resolve, reopen, extend, change, raise")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","events":[{"at":"2026-03-02T11:00:00Z","type":"extend","deadline":"lunch"}]}""", "events[0].deadline \"lunch\" is unknown; use first-response, next-response, resolution, regulatory; events[0].more \"\" is no time")]
    [InlineData("""{"id":1,"receivedAt":"2026-03-02T10:00:00Z","events":[{"type":"pause"}]}""", "events[0].at \"\" is no moment")]
    public async Task A_line_that_makes_no_sense_says_why_and_the_next_one_goes_on(string line, string fault)
    {
        var typed = await DueAsync("", line, $$"""{"id":"next",{{Monday}}}""");

        Assert.Equal(1, typed.ExitCode);
        Assert.False(typed.Lines[0].GetProperty("ok").GetBoolean());
        Assert.StartsWith("Line 1: ", typed.Lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains(fault, typed.Lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("next", typed.Lines[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_extension_moves_the_deadline_and_says_who_and_why()
    {
        var typed = await DueAsync("--at 2026-03-03T10:00:00+08:00", $$"""{"id":1,{{Monday}},"category":"refund","priority":"P3","calendar":"china","resolution":"P3D","events":[{"at":"2026-03-03T09:30:00+08:00","type":"extend","more":"PT4H","by":"mei","why":"the bank answers tomorrow"}]}""");

        Assert.Equal("2026-03-05T15:00:00+08:00", Text(typed.Lines[0], "resolution", "due"));
        Assert.Equal(
            "extended by mei: the bank answers tomorrow (4 h more)",
            typed.Lines[0].GetProperty("extensions")[0].GetProperty("why").GetString());
    }

    [Fact]
    public async Task Another_priority_moves_the_deadline_from_its_change_on()
    {
        // 1 h of the 8 was used when it became a matter of 30 minutes.
        var typed = await DueAsync("--at 2026-03-02T11:30:00+08:00", $$"""{"id":1,{{Monday}},"category":"refund","priority":"P3","events":[{"at":"2026-03-02T11:00:00+08:00","type":"change","priority":"P1"}]}""");

        Assert.Equal(("2026-03-02T10:30:00+08:00", "breached"), (Text(typed.Lines[0], "firstResponse", "due"), Text(typed.Lines[0], "firstResponse", "state")));
    }

    [Fact]
    public async Task All_faults_of_a_line_come_at_once()
    {
        var typed = await DueAsync("", """{"receivedAt":"never","priority":"P0","calendar":"mars"}""");

        Assert.All(
            ["receivedAt \"never\"", "priority \"P0\"", "calendar \"mars\""],
            fault => Assert.Contains(fault, typed.Lines[0].GetProperty("error").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_targets_the_policy_says_them()
    {
        var typed = await DueAsync("--at 2026-03-02T10:00:00+08:00",
            $$"""{"id":"money",{{Monday}},"category":"charged_not_credited"}""",
            $$"""{"id":"locked",{{Monday}},"category":"login_access","priority":"P2"}""");

        Assert.Equal(["2026-03-02T12:00:00+08:00", "2026-03-02T12:00:00+08:00"], typed.Lines.Select(l => Text(l, "firstResponse", "due")));
        Assert.Equal(["2026-03-03T10:00:00+08:00", "2026-03-03T10:00:00+08:00"], typed.Lines.Select(l => Text(l, "resolution", "due")));
        Assert.Equal(["PT24H", "PT8H"], typed.Lines.Select(l => Text(l, "resolution", "remaining")));
    }

    [Fact]
    public async Task Events_may_come_in_any_order_twice_or_before_the_mail()
    {
        const string Target = "\"calendar\":\"china\",\"firstResponse\":\"PT8H\",\"resolution\":\"P1D\"";
        const string Pause = """{"at":"2026-03-02T12:00:00+08:00","type":"pause"}""";
        const string Resume = """{"at":"2026-03-03T15:00:00+08:00","type":"resume"}""";
        const string Early = """{"at":"2026-03-01T15:00:00+08:00","type":"customer-reply"}""";

        var typed = await DueAsync("--at 2026-03-03T16:00:00+08:00",
            $$"""{"id":1,{{Monday}},{{Target}},"events":[{{Pause}},{{Resume}}]}""",
            $$"""{"id":1,{{Monday}},{{Target}},"events":[{{Resume}},{{Early}},{{Pause}},{{Pause}},{{Resume}}]}""");

        Assert.Equal("2026-03-04T12:00:00+08:00", Text(typed.Lines[0], "resolution", "due"));
        Assert.Equal(typed.Lines[0].ToString(), typed.Lines[1].ToString());
    }

    [Fact]
    public async Task A_history_that_lies_ahead_is_looked_at_from_its_end()
    {
        var typed = await DueAsync("", """{"id":1,"receivedAt":"2190-03-01T10:00:00+08:00","calendar":"24x7","firstResponse":"PT2H","resolution":"PT8H","events":[{"at":"2190-03-01T11:00:00+08:00","type":"agent-reply"}]}""");

        Assert.Equal(("met", "running"), (Text(typed.Lines[0], "firstResponse", "state"), Text(typed.Lines[0], "resolution", "state")));
    }

    [Fact]
    public async Task A_year_that_the_calendar_does_not_know_is_told_beside_the_answers()
    {
        var typed = await DueAsync("--at 2031-03-03T10:00:00+08:00", """{"id":1,"receivedAt":"2031-03-03T10:00:00+08:00","calendar":"china","firstResponse":"PT1H","resolution":"PT1H"}""");

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("\"china\" knows no special days of 2031", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_without_an_offset_is_the_calendars_wall_clock()
    {
        var typed = await DueAsync("--at 2026-03-30T08:00:00Z", """{"id":1,"receivedAt":"2026-03-30T09:00","calendar":"london","firstResponse":"PT1H","resolution":"P1D"}""");

        Assert.Equal("2026-03-30T10:00:00+01:00", Text(typed.Lines[0], "firstResponse", "due"));
    }

    [Fact]
    public async Task A_target_of_nothing_is_due_at_the_first_open_moment()
    {
        var typed = await DueAsync("--at 2026-02-20T10:00:00+08:00", """{"id":1,"receivedAt":"2026-02-20T10:00:00+08:00","calendar":"china","firstResponse":"PT0S","resolution":"P0D"}""");

        Assert.Equal("2026-02-24T09:00:00+08:00", Text(typed.Lines[0], "resolution", "due"));
    }

    [Fact]
    public async Task A_look_at_no_moment_is_a_mistake_of_usage()
    {
        var typed = await Typed.RunAsync("due", _file, "--at", "noon");

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("--at is \"noon\"", typed.Error, StringComparison.Ordinal);
    }

    private async Task<Typed> DueAsync(string options, params string[] lines)
    {
        await File.WriteAllLinesAsync(_file, lines);
        return await Typed.RunAsync([.. "due --json".Split(' '), _file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static IEnumerable<string> Names(JsonElement line) => line.EnumerateObject().Select(p => p.Name);

    private static string? Text(JsonElement line, string deadline, string name) => line.GetProperty(deadline).GetProperty(name).GetString();

    private static string Shown(JsonElement segment) =>
        $"{segment.GetProperty("from").GetString()![5..16]} {segment.GetProperty("to").GetString()![5..16]} {segment.GetProperty("kind").GetString()} {segment.GetProperty("why").GetString()}";
}
