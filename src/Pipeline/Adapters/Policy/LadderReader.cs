using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads "ladder" of the policy.</summary>
internal static class LadderReader
{
    private const string Moments = "a share of the target such as 75%, or a distance from the deadline such as -PT30M or +PT1H";

    /// <summary>One step.</summary>
    public static LadderStep Step(YamlMap map)
    {
        var actions = map.Find("actions") is { } deeds ? map.Nested(deeds, "actions") : null;
        var step = new LadderStep
        {
            Name = map.Text("name"),
            At = Moment(map),
            Targets = Several(map, "target", PolicyText.Deadline, "firstResponse, nextResponse, resolution or regulatory"),
            When = map.Find("when") is { } when ? Scope(map.Nested(when, "when")) : LadderScope.Every,
            Recipients = Several(map, "recipients", PolicyText.Recipient, PolicyText.Recipients),
            Reassign = actions?.OptionalText("reassign"),
            Raise = actions?.ParseOptional("raise", PolicyText.Priority, "P1 to P4"),
            Webhook = actions?.OptionalText("webhook"),
            Again = map.Find("again") is { } again ? Repeat(map.Nested(again, "again")) : null,
            IsUrgent = map.ParseOptional("urgent", PolicyText.YesNo, "true or false") ?? false,
        };
        actions?.Close();
        map.Close();
        return step;
    }

    private static LadderMoment Moment(YamlMap map)
    {
        var at = map.Need("at", null, value => map.TextOf(value, "at"));
        var isReal = map.ParseOptional("clock", text => text switch { "working" => false, "real" => true, _ => (bool?)null }, "working or real") ?? false;
        var moment = at is null ? null : PolicyText.Moment(at, isReal);
        if (at is not null && moment is null)
        {
            map.Fault($"\"at: {at}\" must be {Moments}.");
        }
        else if (moment is LadderMoment.Percent && isReal)
        {
            map.Fault("\"clock: real\" goes with a distance from the deadline; a share of the target is counted as the target is.");
        }

        return moment ?? new LadderMoment.Percent(100);
    }

    private static LadderScope Scope(YamlMap map)
    {
        var scope = new LadderScope
        {
            Priorities = Several(map, "priority", PolicyText.Priority, "P1 to P4"),
            Categories = Texts(map, "category"),
            Teams = Texts(map, "team"),
            Statuses = Several(map, "status", PolicyText.Status, "new, open or waiting"),
            Trust = Several(map, "trust", PolicyText.Trust, "verified, unverified or failed"),
            Language = map.ParseOptional("language", PolicyText.Language, "zh or en"),
            Assigned = map.ParseOptional("assigned", PolicyText.YesNo, "true or false"),
            MissingMoney = map.ParseOptional("missingMoney", PolicyText.YesNo, "true or false"),
        };
        map.Close();
        return scope;
    }

    private static LadderRepeat Repeat(YamlMap map)
    {
        var repeat = new LadderRepeat(
            map.Parse("every", Time, "real time such as PT10M", TimeSpan.FromMinutes(10)),
            map.Parse("until", text => text switch { "taken" => LadderRepeatUntil.Taken, "answered" => LadderRepeatUntil.Answered, _ => (LadderRepeatUntil?)null }, "taken or answered", LadderRepeatUntil.Answered),
            map.Parse("most", Whole, "a whole number", 1));
        map.Close();
        return repeat;
    }

    // "P1" and "[P1, P2]" alike.
    private static IReadOnlyList<string> Texts(YamlMap map, string key) => map.Find(key) switch
    {
        null => [],
        YamlSequenceNode list => map.Texts(list, key),
        var one => [map.TextOf(one, key)],
    };

    private static List<T> Several<T>(YamlMap map, string key, Func<string, T?> parse, string form)
        where T : struct
    {
        var texts = Texts(map, key);
        foreach (var text in texts.Where(t => parse(t) is null))
        {
            map.Fault(map.Find(key)!, $"\"{text}\" in {key} is none of {form}.");
        }

        return [.. texts.Select(parse).OfType<T>()];
    }

    private static TimeSpan? Time(string text) => TargetText.Read(text) is { Days: 0 } read ? read.Hours : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
