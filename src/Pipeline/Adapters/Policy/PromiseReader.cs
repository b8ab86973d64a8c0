using System.Globalization;
using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads what customers are promised and what a further mail of theirs does; what is left out stays as usual.</summary>
internal static class PromiseReader
{
    private const string TimeForm = "a time without days, like PT4H";

    /// <summary>The promises.</summary>
    public static PromisePolicy Promise(YamlMap map)
    {
        var usual = PromisePolicy.Usual;
        var promise = new PromisePolicy
        {
            Early = map.ParseOptional("early", PolicyText.YesNo, "true or false") ?? usual.Early,
            Least = map.ParseOptional("least", Time, TimeForm) ?? usual.Least,
            Repromise = map.Find("repromise") is { } again ? Repromise(map.Nested(again, "repromise")) : usual.Repromise,
        };
        map.Close();
        return promise;
    }

    /// <summary>What a further mail does.</summary>
    public static FollowUpPolicy FollowUp(YamlMap map)
    {
        var usual = FollowUpPolicy.Usual;
        var followUp = new FollowUpPolicy(
            map.ParseOptional("acknowledge", Acknowledges, "none or short") ?? usual.Acknowledges,
            map.ParseOptional("quietFor", Time, TimeForm) ?? usual.QuietFor);
        map.Close();
        return followUp;
    }

    private static RepromisePolicy Repromise(YamlMap map)
    {
        var usual = PromisePolicy.Usual.Repromise;
        var texts = map.Find("priorities") is { } given ? map.Texts(given, "priorities") : null;
        foreach (var text in (texts ?? []).Where(t => PolicyText.Priority(t) is null))
        {
            map.Fault($"\"{text}\" in priorities must be P1 to P4.");
        }

        var again = new RepromisePolicy
        {
            Percent = map.ParseOptional("percent", Whole, "a whole number") ?? usual.Percent,
            Extra = map.ParseOptional("extra", Time, TimeForm) ?? usual.Extra,
            Priorities = texts is null ? usual.Priorities : [.. texts.Select(PolicyText.Priority).Where(p => p is not null).Select(p => p!.Value)],
        };
        map.Close();
        return again;
    }

    private static bool? Acknowledges(string text) => text switch
    {
        "none" => false,
        "short" => true,
        _ => null,
    };

    private static TimeSpan? Time(string text) => PolicyText.Target(text) is { Days: 0 } time ? time.Hours : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
