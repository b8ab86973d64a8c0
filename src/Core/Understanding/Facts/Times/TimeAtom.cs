using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>One word or number of a phrase that says when: a date, a weekday, a part of the day, a clock time, a while ago.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Match">The pattern's match with its groups, in one spelling.</param>
internal sealed record TimeAtom(TimeKind Kind, Match Match)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Place => new(Match.Index, Match.Length);

    /// <summary>A group's text; empty when it did not take part.</summary>
    public string this[string group] => Match.Groups[group].Value;
}

/// <summary>What a word about time says.</summary>
internal enum TimeKind
{
    /// <summary>A date, or as much of one as was written.</summary>
    Date,

    /// <summary>A day counted from today: yesterday, 昨晚.</summary>
    Day,

    /// <summary>A weekday, or a week, month or year counted from this one.</summary>
    Week,

    /// <summary>A feast or another day with a name.</summary>
    Feast,

    /// <summary>A part of the day.</summary>
    Part,

    /// <summary>A time on the clock.</summary>
    Clock,

    /// <summary>A while ago.</summary>
    Ago,

    /// <summary>A while that lasted until now.</summary>
    Lasting,

    /// <summary>A moment ago.</summary>
    Now,
}
