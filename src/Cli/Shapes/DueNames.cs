using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Cli.Shapes;

/// <summary>Reads the names that a line may use; what is unknown is a fault that lists what there is.</summary>
internal sealed class DueNames(SupportPolicy policy, ICollection<string> faults)
{
    internal CategoryPolicy? Category(string place, string name) =>
        Known(policy.Categories.FirstOrDefault(c => c.Code == name), place, name, List(policy.Categories.Select(c => c.Code)));

    internal string? Team(string place, string name) =>
        Known(policy.Teams.FirstOrDefault(t => t.Name == name), place, name, List(policy.Teams.Select(t => t.Name)))?.Name;

    internal WorkingCalendar? Calendar(string place, string name) =>
        Known(policy.Calendars.GetValueOrDefault(name), place, name, List(policy.Calendars.Keys));

    internal Priority? Priority(string place, string name)
    {
        var found = Enum.GetValues<Priority>().Cast<Priority?>().FirstOrDefault(value => value.ToString() == name);
        Check(found is null, $"{place} \"{name}\" is unknown; use P1, P2, P3 or P4");
        return found;
    }

    internal ReplyLanguage? Language(string place, string name)
    {
        ReplyLanguage? found = name switch
        {
            "zh" => ReplyLanguage.Chinese,
            "en" => ReplyLanguage.English,
            _ => null,
        };
        Check(found is null, $"{place} \"{name}\" is unknown; use zh or en");
        return found;
    }

    internal Target? Target(string place, string? text)
    {
        var target = text is null ? null : TargetText.Read(text);
        Check(text is not null && target is null, $"{place} \"{text}\" is no target; use counted time such as PT8H or working days such as P3D");
        return target;
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private T? Known<T>(T? found, string place, string name, string list)
        where T : class
    {
        Check(found is null, $"{place} \"{name}\" is unknown; use one of {list}");
        return found;
    }

    private void Check(bool isWrong, string fault)
    {
        if (isWrong)
        {
            faults.Add(fault);
        }
    }
}
