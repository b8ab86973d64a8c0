using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads "waiting" and "satisfaction" of the policy.</summary>
internal static class AfterAnswerReader
{
    private const string None = "never";

    /// <summary>What becomes of tickets whose customers do not answer.</summary>
    public static WaitingPolicy Waiting(YamlMap map)
    {
        var usual = Rules(map, WaitingPolicy.Never);
        var categories = new Dictionary<string, WaitingPolicy>(StringComparer.Ordinal);
        if (map.Find("categories") is { } value)
        {
            var nested = map.Nested(value, "categories");
            foreach (var (code, rules) in nested.Entries())
            {
                var own = nested.Nested(rules, code);
                categories[code] = Rules(own, usual);
                own.Close();
            }
        }

        map.Close();
        return usual with { Categories = categories };
    }

    /// <summary>Whether customers are asked how it went.</summary>
    public static SatisfactionPolicy Satisfaction(YamlMap map)
    {
        var usual = SatisfactionPolicy.Never;
        var policy = new SatisfactionPolicy(
            map.ParseOptional("enabled", PolicyText.YesNo, "true or false") ?? usual.Enabled,
            map.Find("after") is { } after ? Time(map, after) : usual.After,
            map.ParseOptional("daysOpen", Whole, "a whole number") ?? usual.DaysOpen);
        map.Close();
        return policy;
    }

    // What a category leaves out is as for all.
    private static WaitingPolicy Rules(YamlMap map, WaitingPolicy usual) => new(
        After(map, "remindAfter", usual.RemindAfter), After(map, "closeAfter", usual.CloseAfter), map.OptionalText("calendar") ?? usual.Calendar);

    private static Target? After(YamlMap map, string key, Target? usual) => map.Find(key) switch
    {
        null => usual,
        YamlScalarNode { Value: None } => null,
        var value => TargetReader.Within(map, value, key),
    };

    private static TimeSpan Time(YamlMap map, YamlNode value)
    {
        if (PolicyText.Target(map.TextOf(value, "after")) is { Days: 0 } time)
        {
            return time.Hours;
        }

        map.Fault(value, "\"after\" must be real time such as PT24H.");
        return SatisfactionPolicy.Never.After;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
