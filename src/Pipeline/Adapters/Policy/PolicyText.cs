using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using NodaTime;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>The small grammars of the policy's texts; null where a text does not fit.</summary>
internal static class PolicyText
{
    private const string Clock = "HH':'mm";

    /// <summary>The names of all recipients, for a fault.</summary>
    public static string Recipients => string.Join(", ", Enum.GetNames<LadderRecipient>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    /// <summary>"zh" or "en".</summary>
    public static ReplyLanguage? Language(string text) => text switch
    {
        "zh" => ReplyLanguage.Chinese,
        "en" => ReplyLanguage.English,
        _ => null,
    };

    /// <summary>"P1" to "P4".</summary>
    public static Priority? Priority(string text) => text switch
    {
        "P1" => Core.Deadlines.Priority.P1,
        "P2" => Core.Deadlines.Priority.P2,
        "P3" => Core.Deadlines.Priority.P3,
        "P4" => Core.Deadlines.Priority.P4,
        _ => null,
    };

    /// <summary>A role of the ladder, "onCall" for <see cref="LadderRecipient.OnCall"/>.</summary>
    public static LadderRecipient? Recipient(string text) => text switch
    {
        "assignee" => LadderRecipient.Assignee,
        "team" => LadderRecipient.Team,
        "lead" => LadderRecipient.Lead,
        "manager" => LadderRecipient.Manager,
        "head" => LadderRecipient.Head,
        "onCall" => LadderRecipient.OnCall,
        _ => null,
    };

    /// <summary>A kind of deadline, "firstResponse" for <see cref="DeadlineKind.FirstResponse"/>.</summary>
    public static DeadlineKind? Deadline(string text) => text switch
    {
        "firstResponse" => DeadlineKind.FirstResponse,
        "nextResponse" => DeadlineKind.NextResponse,
        "resolution" => DeadlineKind.Resolution,
        "regulatory" => DeadlineKind.Regulatory,
        _ => null,
    };

    /// <summary>Where a ticket stands: "new", "open" or "waiting".</summary>
    public static LadderStatus? Status(string text) => text switch
    {
        "new" => LadderStatus.New,
        "open" => LadderStatus.Open,
        "waiting" => LadderStatus.Waiting,
        _ => null,
    };

    /// <summary>How far a sender is proven: "verified", "unverified" or "failed".</summary>
    public static TrustLevel? Trust(string text) => text switch
    {
        "verified" => TrustLevel.Verified,
        "unverified" => TrustLevel.Unverified,
        "failed" => TrustLevel.Failed,
        _ => null,
    };

    /// <summary>When a step of the ladder is reached: "75%", "-PT30M", "+PT1H".</summary>
    public static LadderMoment? Moment(string text, bool isReal)
    {
        if (text.EndsWith('%'))
        {
            return int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? new LadderMoment.Percent(share) : null;
        }

        return text is ['+' or '-', ..] && TargetText.Read(text[1..]) is { Days: 0 } read
            ? new LadderMoment.Distance(text[0] == '-' ? -read.Hours : read.Hours, isReal)
            : null;
    }

    /// <summary>"true" or "false".</summary>
    public static bool? YesNo(string text) => bool.TryParse(text, out var value) ? value : null;

    /// <summary>ISO 8601 as the clock reads it: see <see cref="TargetText"/>.</summary>
    public static Target? Target(string text) => TargetText.Read(text);

    /// <summary>"09:00-12:00"; "24:00" is the end of the day.</summary>
    public static TimeWindow? Window(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2 && Time(ends[0]) is { } from && Time(ends[1] == "24:00" ? "00:00" : ends[1]) is { } to ? new(from, to) : null;
    }

    /// <summary>"Name &lt;name@example.com&gt;" or the bare address; whether it is one is for the validation to say.</summary>
    public static MailAddress Address(string text)
    {
        var open = text.LastIndexOf('<');
        return open >= 0 && text.EndsWith('>')
            ? new(text[..open].Trim().Trim('"'), text[(open + 1)..^1].Trim())
            : new("", text);
    }

    /// <summary>"monday" to "sunday".</summary>
    public static IsoDayOfWeek? Weekday(string text) =>
        Enum.TryParse<IsoDayOfWeek>(text, ignoreCase: true, out var day) && day != IsoDayOfWeek.None && text.All(char.IsAsciiLetterLower) ? day : null;

    /// <summary>"09:00".</summary>
    public static LocalTime? Time(string text) =>
        NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture(Clock).Parse(text.Trim()) is { Success: true } parsed ? parsed.Value : null;
}
