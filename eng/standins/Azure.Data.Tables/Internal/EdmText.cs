using System.Globalization;

namespace Azure.Data.Tables.Internal;

/// <summary>Values as the protocol writes them.</summary>
internal static class EdmText
{
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>A moment of UTC; any other kind of <see cref="DateTime"/> is refused, as the genuine client does.</summary>
    public static string Moment(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? moment.ToString(MomentFormat, CultureInfo.InvariantCulture)
        : throw new NotSupportedException($"DateTime {moment} has a Kind of {moment.Kind}. Azure SDK requires it to be UTC.");

    public static DateTimeOffset ParseMoment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.RoundtripKind);

    public static double ParseDouble(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
