using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;
using Mailroom.Support.Builders;
using NodaTime;
using NodaTime.Text;

namespace Mailroom.Pipeline.Tests.Adapters.Policy;

/// <summary>The shipped calendars and the clock against deadlines that were worked out by hand.</summary>
public sealed class DeadlinesByHandTests
{
    private static readonly SupportPolicy Policy = PolicyReader.Read(RepoRoot.At("src", "Functions", "Policy", "policy.yaml"));

    private static readonly Dictionary<string, WorkingCalendar> Calendars = new(Policy.Calendars)
    {
        ["newyork"] = Calendar("America/New_York", HouseCalendars.Weekdays("09:00-17:00")),
        ["night"] = Calendar("Asia/Shanghai", HouseCalendars.Weekdays("22:00-06:00")),
        ["nightlondon"] = Calendar("Europe/London", HouseCalendars.EveryDay("22:00-06:00")),
        ["small"] = Calendar("America/New_York", HouseCalendars.EveryDay("01:00-04:00")),
        ["always"] = Calendar("Europe/London", HouseCalendars.EveryDay("00:00-00:00")),
    };

    private static readonly Dictionary<string, ClockEventKind> Kinds = new()
    {
        ["agent-reply"] = ClockEventKind.AgentReply,
        ["customer-reply"] = ClockEventKind.CustomerMail,
        ["pause"] = ClockEventKind.Pause,
        ["resume"] = ClockEventKind.Resume,
        ["resolve"] = ClockEventKind.Resolve,
        ["reopen"] = ClockEventKind.Reopen,
    };

    private static readonly IReadOnlyList<string> Lines =
        [.. DeadlinesByHand.Table.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string> Rows => [.. Lines];

    [Fact]
    public void There_are_sixty_of_them_and_more() => Assert.True(Lines.Count >= 60);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_deadline_is_as_worked_out_by_hand(string row)
    {
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var calendar = Calendars[cells[0]];
        var received = At(cells[3], calendar);
        var events = cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(e => e.Split(' ', 2))
            .Select(e => new ClockEvent(At(e[1], calendar), Kinds[e[0]]))
            .Prepend(new(received, ClockEventKind.CustomerMail));
        var target = TargetText.Read(cells[2])!;

        var reading = DeadlineClock.Read(
            new([.. events], ClockTargets.On(calendar, target, target)), cells[5].Length == 0 ? received : At(cells[5], calendar))!;
        var deadline = cells[1] switch { "first" => reading.FirstResponse, "next" => reading.NextResponse!, _ => reading.Resolution };

        Assert.Equal(cells[6][..16], deadline.Due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(cells[7], deadline.State.ToString().ToLowerInvariant());
        Assert.EndsWith(cells[6][16..].Trim(), deadline.Due.ToString("zzz", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // Strictly: no moment that is read from the table is skipped or repeated by the zone.
    private static DateTimeOffset At(string local, WorkingCalendar calendar) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(calendar.Zone).ToDateTimeOffset();

    private static WorkingCalendar Calendar(string zone, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<TimeWindow>> week) =>
        new() { Name = zone, Zone = HouseCalendars.Zone(zone), Week = week };
}
