using Mailroom.Core.Deadlines;
using static Mailroom.Support.Builders.Moments;

namespace Mailroom.Core.Tests.Deadlines;

public sealed class TargetTextTests
{
    [Theory]
    [InlineData("PT30M", "00:30", 0)]
    [InlineData("PT36H", "1.12:00", 0)]
    [InlineData("PT1H30M", "01:30", 0)]
    [InlineData("P3D", "00:00", 3)]
    [InlineData("P1DT2H", "02:00", 1)]
    [InlineData("P0D", "00:00", 0)]
    public void Counted_time_and_working_days_are_told_apart(string text, string hours, int days) =>
        Assert.Equal(new Target(Span(hours), days), TargetText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("8h")]
    [InlineData("P1W")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P-1D")]
    [InlineData("PT-1H")]
    [InlineData("P99999999D")]
    [InlineData("PT9999999999999H")]
    public void What_has_no_length_in_working_time_is_no_target(string? text) => Assert.Null(TargetText.Read(text));

    [Theory]
    [InlineData("1.02:30", "PT26H30M")]
    [InlineData("00:00", "PT0S")]
    [InlineData("-01:00", "-PT1H")]
    [InlineData("00:00:01.5", "PT1.5S")]
    public void Counted_time_is_written_in_hours_never_in_days(string counted, string text) => Assert.Equal(text, TargetText.Write(Span(counted)));
}
