using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Mailroom.Cli.Running;

/// <summary>Reads ISO 8601 date-times: "2026-02-14T10:00:00+08:00", "2026-02-14T02:00Z".</summary>
internal static partial class IsoMoments
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    /// <summary>The moment; null when the text is none, or lies outside 1970 to 2199.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone of a text without an offset, read as its wall clock; null where an offset is needed.</param>
    internal static DateTimeOffset? Read(string? text, DateTimeZone? zone)
    {
        var form = Form().Match(text ?? "");
        var hasOffset = form.Groups["offset"].Success;
        if (!form.Success || (!hasOffset && zone is null)
            || !DateTimeOffset.TryParse(hasOffset ? text : text + "Z", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            || moment.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        return hasOffset ? moment : LocalDateTime.FromDateTime(moment.DateTime).InZoneLeniently(zone!).ToDateTimeOffset();
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
