using System.Globalization;

namespace Mailroom.Support.Builders;

/// <summary>Moments for tests, written as people in Shanghai read them off the wall.</summary>
public static class Moments
{
    /// <summary>A moment in Shanghai: "2026-03-02 09:30", a Monday.</summary>
    public static DateTimeOffset Shanghai(string local) => With(local, "+08:00");

    /// <summary>A moment with an offset: "2026-03-29 01:30", "+01:00".</summary>
    public static DateTimeOffset With(string local, string offset) =>
        DateTimeOffset.Parse($"{local}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.None);

    /// <summary>A span written "02:30" or "3.02:30".</summary>
    public static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
