using System.Globalization;
using System.Text.RegularExpressions;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Dates with a clock of twelve hours, which no mail standard knows and some programs write.</summary>
internal static partial class MailDates
{
    /// <summary>The instant of "January 6, 2009 4:44:14 PM CST"; null when the text has no such clock.</summary>
    /// <param name="text">The field's value.</param>
    public static DateTimeOffset? Twelve(string text)
    {
        var match = TwelveHours().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var offset = match.Groups["zone"].Value.ToUpperInvariant() switch
        {
            { Length: 5 } number => $" {number[..3]}:{number[3..]}",
            "EDT" => " -04:00",
            "EST" or "CDT" => " -05:00",
            "CST" or "MDT" => " -06:00",
            "MST" or "PDT" => " -07:00",
            "PST" => " -08:00",
            _ => " +00:00",
        };
        var plain = text[..match.Groups["zone"].Index].Trim() + offset;
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    [GeneratedRegex(@"\d{1,2}:\d{2}(:\d{2})? ?[AP]M ?(?<zone>[A-Z]{2,3}|[+-]\d{4}|)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TwelveHours();
}
