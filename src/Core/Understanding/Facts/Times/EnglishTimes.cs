using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>The words about time in English.</summary>
internal static partial class EnglishTimes
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const string Month = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private const string Hour = "(?<hour>twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)";
    private const string Count = "(?<count>[0-9]{1,3}|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|a few|few|several|a couple of|couple of)";
    private const string Unit = "(?<unit>second|minute|min|hour|hr|day|night|week|month|year|sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?";
    private const string Weekday = "(?:sun|mon|tues|wednes|thurs|fri|satur)day";

    /// <summary>The words in a text in one spelling, kind by kind.</summary>
    public static IEnumerable<TimeAtom> Find(string folded) =>
    [
        .. Atoms(TimeKind.Ago, Ago().Matches(folded)),
        .. Atoms(TimeKind.Lasting, Lasting().Matches(folded)),
        .. Atoms(TimeKind.Date, Date().Matches(folded)),
        .. Atoms(TimeKind.Date, DayOfMonth().Matches(folded)),
        .. Atoms(TimeKind.Feast, Feast().Matches(folded)),
        .. Atoms(TimeKind.Day, Day().Matches(folded)),
        .. Atoms(TimeKind.Week, Week().Matches(folded)),
        .. Atoms(TimeKind.Clock, Clock().Matches(folded)),
        .. Atoms(TimeKind.Clock, SpokenClock().Matches(folded)),
        .. Atoms(TimeKind.Part, Part().Matches(folded)),
        .. Atoms(TimeKind.Now, Now().Matches(folded)),
    ];

    private static IEnumerable<TimeAtom> Atoms(TimeKind kind, MatchCollection matches) => matches.Select(m => new TimeAtom(kind, m));

    [GeneratedRegex("(?<![a-z0-9])(?:(?:about|around|over|some|nearly|almost) )?" + Count + "[ -](?:and a half )?" + Unit + " (?<ago>ago|back|earlier)(?![a-z])", Options, 1000)]
    private static partial Regex Ago();

    [GeneratedRegex(
        "(?<![a-z0-9])(?:for|in the last|in the past|over the last|the last|the past|within the last|past|been|it's been|after) (?:about |around |over |almost |nearly |more than |the last |the past )?" + Count + "[ -]" + Unit + "(?: now)?(?![a-z'])"
        + "|(?<![a-z0-9.])" + Count + " (?:whole |long |solid )?" + Unit + " (?<since>on|now|later|and counting|without|of waiting|have passed)(?![a-z])",
        Options, 1000)]
    private static partial Regex Lasting();

    [GeneratedRegex(
        "(?<![0-9/.-])(?<year>20[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(?![0-9-])"
        + "|(?<![a-z0-9$£€.,/-])(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:(?:,| and| or|-) ?[0-9]{1,2}(?:st|nd|rd|th)?)*(?: of)? " + Month + "(?![a-z])(?:,? (?<year>20[0-9]{2}))?"
        + "|(?<![a-z])" + Month + " (?:the )?(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z]|[.:][0-9])(?:,? (?<year>20[0-9]{2}))?"
        + "|(?<=(?:on|since|from|dated|before|after|until|by) )(?<day>[0-9]{1,2})\\.(?<month>1[0-2]|0?[1-9])\\.(?<year>20[0-9]{2})?(?![0-9])"
        + "|(?<![0-9/a-z.-])(?<day>[0-3]?[0-9])/(?<month>[01]?[0-9])/(?<year>(?:20)?[0-9]{2})(?![0-9/])"
        + "|(?<=(?:on|since|from|before|after|until|by|the|dated) )(?<day>[0-3]?[0-9])/(?<month>[01]?[0-9])(?![0-9/])"
        + "|(?<=(?:in|since|last|this|until|from|early|late|mid|mid-|end of|beginning of|start of|of|back in|during) )" + Month + "(?![a-z])(?: (?<year>20[0-9]{2}))?"
        + "|(?<![a-z])(?<month>january|february|april|june|july|august|september|october|november|december)(?![a-z])(?: (?<year>20[0-9]{2}))?",
        Options, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(
        "(?<![a-z0-9.])(?:the |(?<=on |since |from |by |before |after |until |" + Weekday + " |thurs |(?:mon|tue|wed|fri|sat|sun) )|(?=[0-9]{1,2}[a-z]{2} (?:evening|morning|night|afternoon|at |of )))(?<day>[0-3]?[0-9])(?:st|nd|rd|th)(?:(?:,| and) (?:the )?[0-9]{1,2}(?:st|nd|rd|th))*(?![a-z]| (?:time|attempt|try|floor|email|mail|letter|call|person|payment|month|week|year|reply|birthday|century|in|grade|message|one|digit|character|place))"
        + "|(?<=(?:on|since|by|until|about|from|before|after) )the (?<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|thirtieth)(?= ?(?:[,.;!?)\\n]|$|of |at |and |but |in the |i |it ))",
        Options, 1000)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex("(?<![a-z])(?<feast>christmas(?: eve| day)?|boxing day|new year's (?:eve|day)|black friday|valentine's day|valentines day|easter(?: sunday| monday)?|good friday|chinese new year|halloween)(?![a-z])", Options, 1000)]
    private static partial Regex Feast();

    [GeneratedRegex(
        "(?<![a-z])(?:(?<day>the day before yesterday|day before yesterday|yesterday|earlier today|today|tonight|tomorrow|last night|this morning|this afternoon|this evening|the other (?:day|night)))(?: (?<part>morning|afternoon|evening|night|lunchtime|teatime|noon))?(?![a-z])",
        Options, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(
        "(?<![a-z])(?:(?<shift>last|this|next|every|past|the following|previous) )?(?<weekday>" + Weekday + ")s?(?:'s)?(?: (?<part>morning|afternoon|evening|night|lunchtime|teatime|noon))?(?![a-z])"
        + "|(?<![a-z])(?:(?<shift>last|this|next) )?(?<weekday>(?:mon|tues?|weds?|thurs?|fri|sat)(?=[ ,.]+(?:the )?[0-9]|[ ,]+(?:morning|afternoon|evening|night|at)|\\. ))(?: (?<part>morning|afternoon|evening|night))?"
        + "|(?<![a-z])(?<shift>last|this|next|past|every|previous|the) (?<week>weekend)(?![a-z])|(?<![a-z])(?<shift>last|this|next|every|previous) (?<week>week|month|year|spring|summer|autumn|winter)(?![a-z])|(?<=in )the (?<week>spring|summer|autumn|winter)(?![a-z])",
        Options, 1000)]
    private static partial Regex Week();

    [GeneratedRegex(
        "(?<![0-9a-z$£€]|[0-9][:.])(?<hour>[01]?[0-9]|2[0-3]):(?<minute>[0-5][0-9])(?::[0-5][0-9])?(?: ?(?<half>[ap]\\.?m(?![a-z])\\.?))?(?:ish|hrs?)?(?!:?[0-9])"
        + "|(?<![0-9.:a-z$£€,])(?<hour>[01]?[0-9]|2[0-3])\\.(?<minute>[0-5][0-9]) ?(?:(?<half>[ap]\\.?m(?![a-z])\\.?)|hrs|o'clock|(?=(?:in the |on (?:the |[0-9]|" + Weekday + ")|last |this |yesterday|today|tonight|" + Weekday + ")))"
        + "|(?<=\\b(?:at|around|about|from|between|since|until|till|at about|at around) )(?<hour>[01]?[0-9]|2[0-3])\\.(?<minute>[0-5][0-9])(?![0-9%.]| ?(?:per ?cent|usd|eur|gbp|each|pounds?|euros?|dollars?|quid))"
        + "|(?<![0-9.:a-z$£€,])(?<hour>1[0-2]|0?[1-9]) ?(?:(?<half>[ap]\\.?m(?![a-z])\\.?)|o'clock|ish(?![a-z]))"
        + "|(?<=(?:\\bat|around|between|since|until|till) )(?<hour>1[0-2]|[1-9])(?= ?(?:[,.;!?)\\n](?![0-9])|$|on |in the |this |last |yesterday|today|tomorrow|and |i |he |she |it |they |when |sharp|-))",
        Options, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(
        "(?<![a-z-])(?:(?:about|around) )?(?:(?<minute>half|quarter|a quarter|twenty-five|twenty|ten|five|[0-9]{1,2})(?: minutes?)? (?<side>past|to|after|before) |(?<minute>half) )(?:" + Hour + "|(?<hour>1[0-2]|[1-9])(?![0-9:.%])|(?<hour>midnight|noon))(?![a-z0-9-]| (?:hundred|dollars|pounds|people))"
        + "|(?<![a-z-])" + Hour + " ?(?:o'clock|ish(?![a-z])|(?<half>am|pm)(?![a-z])|in the (?<part>morning|afternoon|evening))"
        + "|(?<=(?:\\bat|by|around) )" + Hour + "(?= ?(?:[,.;!?)\\n]|$|on |in the |this |last |yesterday|today|tomorrow|tonight|for |and |sharp))",
        Options, 1000)]
    private static partial Regex SpokenClock();

    [GeneratedRegex(
        "(?<![a-z])(?:(?:in|during|all|early in|late in|over) (?:the )?)?(?:early |late |the early hours|in the small hours)?(?:(?<=the |in the |early |late |one )(?<part>morning|afternoon|evening|night)|(?<part>lunch ?time|noon|midday|midnight|teatime|tea time|dinnertime|overnight|rush hour|(?<=(?:early) )hours))(?![a-z])"
        + "|(?<=(?:\\bat|before|after|around|over|during|since) )(?<part>lunch|breakfast|dinner|supper|tea|dawn|dusk|school|mass|bedtime|closing)(?= ?(?:[,.;!?)\\n]|$|on |today|yesterday|this |and |when |i |he |she |it ))",
        Options, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("(?<![a-z])(?<now>just now|a moment ago|moments ago|a minute ago|seconds ago)(?![a-z])", Options, 1000)]
    private static partial Regex Now();
}
