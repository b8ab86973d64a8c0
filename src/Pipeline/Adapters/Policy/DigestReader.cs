using Mailroom.Core.Policy;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads one of "digests" of the policy.</summary>
internal static class DigestReader
{
    private const string Never = "never";

    /// <summary>The digest.</summary>
    /// <param name="map">Its entry.</param>
    /// <param name="companyZone">The time zone where it names none.</param>
    public static DigestPolicy Read(YamlMap map, string companyZone)
    {
        var days = map.Find("days");
        var digest = new DigestPolicy
        {
            Manager = PolicyText.Address(map.Text("manager")),
            Teams = map.Texts("teams"),
            Language = map.Parse("language", PolicyText.Language, "zh or en", ReplyLanguage.Chinese),
            TimeZone = map.OptionalText("timeZone") ?? companyZone,
            Calendar = days is YamlScalarNode ? map.TextOf(days, "days") : null,
            Days = days is null or YamlScalarNode ? [] : Days(map, days),
            At = Times(map),
            AllClear = AllClear(map),
        };
        if (map.ParseOptional("linksLast", text => PolicyText.Target(text) is { Days: 0 } time ? time.Hours : (TimeSpan?)null, "a time such as PT72H") is { } last)
        {
            digest = digest with { LinksLast = last };
        }

        map.Close();
        return digest;
    }

    private static List<IsoDayOfWeek> Days(YamlMap map, YamlNode value)
    {
        var texts = map.Texts(value, "days");
        foreach (var text in texts.Where(t => PolicyText.Weekday(t) is null))
        {
            map.Fault(value, $"\"{text}\" in days is no day; list days such as [monday, friday], or name a calendar.");
        }

        return [.. texts.Select(PolicyText.Weekday).OfType<IsoDayOfWeek>()];
    }

    private static List<LocalTime> Times(YamlMap map) => map.Need<List<LocalTime>>("at", [new(9, 0)], value =>
    {
        var texts = map.Texts(value, "at");
        foreach (var text in texts.Where(t => PolicyText.Time(t) is null))
        {
            map.Fault(value, $"\"{text}\" in at is no time of day; write it as \"09:00\".");
        }

        return [.. texts.Select(PolicyText.Time).OfType<LocalTime>()];
    });

    private static IsoDayOfWeek? AllClear(YamlMap map)
    {
        var text = map.OptionalText("allClear") ?? "monday";
        if (text != Never && PolicyText.Weekday(text) is null)
        {
            map.Fault(map.Find("allClear")!, $"\"allClear: {text}\" must be a day of the week such as monday, or {Never}.");
        }

        return PolicyText.Weekday(text);
    }
}
