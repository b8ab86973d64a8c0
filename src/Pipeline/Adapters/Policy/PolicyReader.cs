using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads policy.yaml and the files beside it (calendars/, signals.yaml).</summary>
public static class PolicyReader
{
    /// <summary>Reads and checks a policy.</summary>
    /// <param name="path">The policy.yaml.</param>
    /// <exception cref="PolicyException">All its faults at once.</exception>
    public static SupportPolicy Read(string path)
    {
        var faults = new List<string>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        var root = YamlSource.Read(path, faults);
        var signals = SignalReader.Read(Path.Combine(folder, "signals.yaml"), faults);
        var ladder = root.Maps("ladder").Select(map => (Step: LadderReader.Step(map), map.Line)).ToList();
        var policy = new SupportPolicy
        {
            Company = Company(root.Map("company")),
            Teams = root.Maps("teams").Select(Team).ToList(),
            Targets = TargetReader.Targets(root.Map("targets")),
            TargetRules = root.Find("targetRules") is null ? [] : root.Maps("targetRules").Select(TargetReader.Rule).ToList(),
            Calendars = CalendarReader.ReadAll(Path.Combine(folder, "calendars"), faults),
            Digests = root.Find("digests") is null ? [] : root.Maps("digests").Select(d => DigestReader.Read(d, root.Map("company").OptionalText("timeZone") ?? "")).ToList(),
            Ladder = ladder.Select(l => l.Step).ToList(),
            Hours = root.Find("hours") is { } hours ? Hours(root.Nested(hours, "hours")) : new Dictionary<string, string>(),
            Budget = BudgetReader.Read(root.Map("budget")),
            Reopen = Reopen(root.Map("reopen")),
            Regulatory = root.Find("regulatory") is null ? [] : root.Maps("regulatory").Select(Regulatory).ToList(),
            Waiting = root.Find("waiting") is { } waiting ? AfterAnswerReader.Waiting(root.Nested(waiting, "waiting")) : WaitingPolicy.Never,
            Satisfaction = root.Find("satisfaction") is { } asked ? AfterAnswerReader.Satisfaction(root.Nested(asked, "satisfaction")) : SatisfactionPolicy.Never,
            Extension = root.Find("extension") is { } extension ? Extension(root.Nested(extension, "extension")) : ExtensionPolicy.Usual,
            Promise = root.Find("promise") is { } promise ? PromiseReader.Promise(root.Nested(promise, "promise")) : PromisePolicy.Usual,
            FollowUp = root.Find("followUp") is { } followUp ? PromiseReader.FollowUp(root.Nested(followUp, "followUp")) : FollowUpPolicy.Usual,
            Understanding = root.Find("understanding") is null ? UnderstandingPolicy.Usual : UnderstandingReader.Read(root.Map("understanding")),
            Redaction = root.Find("redaction") is { } redaction ? RedactionReader.Read(root.Nested(redaction, "redaction")) : RedactionPolicy.Usual,
            Facts = Facts(root.Map("facts")),
            Categories = root.Maps("categories").Select(c => Category(c, signals)).ToList(),
        };
        root.Close();
        faults.AddRange(signals.Keys.Except(policy.Categories.Select(c => c.Code))
            .Select(code => $"signals.yaml: there is no category \"{code}\" in policy.yaml; name one that is there."));

        // What could not be read would only be faulted again, less clearly.
        var all = faults.Count > 0 ? faults : PolicyValidation.Faults(policy);
        return all.Count > 0 ? throw new PolicyException([.. all.Select(f => Placed(f, ladder, Path.GetFileName(path)))]) : policy;
    }

    // Names of steps are unique, or their being so is the fault: the last of that name is it.
    private static string Placed(string fault, List<(LadderStep Step, long Line)> ladder, string file) =>
        ladder.LastOrDefault(l => fault.StartsWith($"ladder: \"{l.Step.Name}\"", StringComparison.Ordinal)) is { Line: > 0 } found
            ? $"{file}, line {found.Line}: {fault}"
            : fault;

    /// <summary>The policy with another calendar in the place of one that it has.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="name">The calendar's name.</param>
    /// <param name="path">The file of the other one, whatever it is called; files that it names lie beside it.</param>
    /// <exception cref="PolicyException">All faults at once.</exception>
    public static SupportPolicy WithCalendar(SupportPolicy policy, string name, string path)
    {
        if (!policy.Calendars.ContainsKey(name))
        {
            throw new PolicyException([$"There is no calendar \"{name}\"; name one of {string.Join(", ", policy.Calendars.Keys.Order(StringComparer.Ordinal))}."]);
        }

        var faults = new List<string>();
        var calendar = CalendarReader.Read(path, faults) with { Name = name };
        var changed = policy with { Calendars = new Dictionary<string, WorkingCalendar>(policy.Calendars, StringComparer.Ordinal) { [name] = calendar } };
        var all = faults.Count > 0 ? faults : PolicyValidation.Faults(changed);
        return all.Count > 0 ? throw new PolicyException(all) : changed;
    }

    private static CompanyPolicy Company(YamlMap map) => Closed(map, new CompanyPolicy
    {
        Name = Localized(map, "name"),
        SupportAddress = Address(map.Text("support")),
        OwnAddresses = map.Texts("ownAddresses").Select(Address).ToList(),
        TrustedReceivers = map.Texts("trustedReceivers"),
        OfficialChannels = Localized(map, "officialChannels"),
        AntiPhishing = Localized(map, "antiPhishing"),
        TimeZone = map.Text("timeZone"),
        TimeZoneName = Localized(map, "timeZoneName"),
        DefaultLanguage = map.ParseOptional("defaultLanguage", PolicyText.Language, "zh or en") ?? ReplyLanguage.English,
    });

    private static TeamPolicy Team(YamlMap map) => Closed(map, new TeamPolicy
    {
        Name = map.Text("name"),
        Title = Localized(map, "title"),
        Language = map.Parse("language", PolicyText.Language, "zh or en", ReplyLanguage.Chinese),
        Calendar = map.OptionalText("calendar") ?? TeamPolicy.UsualCalendar,
        Address = Address(map.Text("address")),
        Lead = Address(map.Text("lead")),
        Manager = Address(map.Text("manager")),
        Head = Address(map.Text("head")),
        OnCall = Address(map.Text("onCall")),
    });

    private static ReopenPolicy Reopen(YamlMap map) => Closed(map, new ReopenPolicy(
        map.Parse("withinDays", Whole, "a whole number", ReopenPolicy.Usual.WithinDays)));

    private static RegulatoryTerm Regulatory(YamlMap map)
    {
        var name = Localized(map, "name");
        return Closed(map, new RegulatoryTerm(
            map.Need("categories", [], value => map.Texts(value, "categories")),
            map.Need("within", Target.OfDays(1), value => TargetReader.Within(map, value, "within")),
            map.Text("calendar"),
            new(name.Zh, name.En),
            map.Find("extendTo") is { } longest ? TargetReader.Within(map, longest, "extendTo") : null));
    }

    private static ExtensionPolicy Extension(YamlMap map) => Closed(map, new ExtensionPolicy(
        map.Find("most") is { } most ? TargetReader.Within(map, most, "most") : ExtensionPolicy.Usual.Most));

    private static Dictionary<string, string> Hours(YamlMap map)
    {
        var hours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (address, calendar) in map.Entries())
        {
            if (!hours.TryAdd(Address(address).Key, map.TextOf(calendar, address)))
            {
                map.Fault(calendar, $"\"{address}\" is there twice.");
            }
        }

        return hours;
    }

    private static Dictionary<string, LocalizedText> Facts(YamlMap map) =>
        map.Entries().ToDictionary(e => e.Key, e => Localized(map.Nested(e.Value, e.Key)), StringComparer.Ordinal);

    private static CategoryPolicy Category(YamlMap map, IReadOnlyDictionary<string, IReadOnlyList<Signal>> signals)
    {
        var code = map.Text("code");
        return Closed(map, new CategoryPolicy
        {
            Code = code,
            Name = Localized(map, "name"),
            Team = map.Text("team"),
            Priority = map.Parse("priority", PolicyText.Priority, "P1 to P4", Priority.P3),
            RequiredFacts = map.Texts("requiredFacts"),
            SelfHelp = map.Find("selfHelp") is { } help ? Localized(map.Nested(help, "selfHelp")) : null,
            MissingMoney = map.ParseOptional("missingMoney", PolicyText.YesNo, "true or false") ?? false,
            Signals = signals.GetValueOrDefault(code, []),
        });
    }

    private static LocalizedText Localized(YamlMap map, string key) => Localized(map.Map(key));

    private static LocalizedText Localized(YamlMap map) => Closed(map, new LocalizedText(map.Text("zh"), map.Text("en")));

    private static MailAddress Address(string text) => PolicyText.Address(text);

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Closed<T>(YamlMap map, T value)
    {
        map.Close();
        return value;
    }
}
