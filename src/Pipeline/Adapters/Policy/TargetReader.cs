using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads "targets" and "targetRules" of the policy.</summary>
internal static class TargetReader
{
    /// <summary>The targets of each priority.</summary>
    public static Dictionary<Priority, TargetPolicy> Targets(YamlMap map)
    {
        var targets = new Dictionary<Priority, TargetPolicy>();
        foreach (var (key, value) in map.Entries())
        {
            if (PolicyText.Priority(key) is { } priority)
            {
                var entry = map.Nested(value, key);
                targets[priority] = Says(entry);
                entry.Close();
            }
            else
            {
                map.Fault(value, $"\"{key}\" is no priority; use P1 to P4.");
            }
        }

        return targets;
    }

    /// <summary>One rule.</summary>
    public static TargetRule Rule(YamlMap map)
    {
        var rule = new TargetRule(
            new()
            {
                Priority = map.ParseOptional("priority", PolicyText.Priority, "P1 to P4"),
                Category = map.OptionalText("category"),
                Team = map.OptionalText("team"),
                Language = map.ParseOptional("language", PolicyText.Language, "zh or en"),
                MissingMoney = map.ParseOptional("missingMoney", PolicyText.YesNo, "true or false"),
            },
            Says(map));
        map.Close();
        return rule;
    }

    private static TargetPolicy Says(YamlMap map) => new()
    {
        FirstResponse = Term(map, "firstResponse"),
        NextResponse = Term(map, "nextResponse"),
        Resolution = Term(map, "resolution"),
        Calendar = map.OptionalText("calendar"),
    };

    private static TargetTerm? Term(YamlMap map, string key)
    {
        if (map.Find(key) is not { } value)
        {
            return null;
        }

        if (value is not YamlMappingNode)
        {
            return new(Within(map, value, key));
        }

        var own = map.Nested(value, key);
        var term = new TargetTerm(own.Find("within") is { } within ? Within(own, within, "within") : null, own.OptionalText("calendar"));
        own.Close();
        return term;
    }

    /// <summary>A target's text; a fault when it is none.</summary>
    public static Target Within(YamlMap map, YamlNode value, string key)
    {
        if (PolicyText.Target(map.TextOf(value, key)) is { } target)
        {
            return target;
        }

        map.Fault(value, $"\"{key}\" must be counted time such as PT30M or PT8H, or working days such as P3D.");
        return Target.Of(TimeSpan.FromHours(1));
    }
}
