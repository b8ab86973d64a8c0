using Mailroom.Core.Understanding;
using NodaTime;
using NodaTime.Text;

namespace Mailroom.Core.Tests.Understanding.Facts;

/// <summary>Which moment a phrase means in a mail of Wednesday, 16 September 2026, 15:30 in Shanghai.</summary>
public sealed class TimeReaderTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Instant Written = new LocalDateTime(2026, 9, 16, 15, 30).InZoneStrictly(Zone).ToInstant();

    public static TheoryData<string, string> Phrases => FactTable.Read("moments");

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_means_a_moment_or_a_stretch_of_time(string phrase, string meant)
    {
        var range = TimeReader.Resolve(phrase, Written, Zone);

        Assert.Equal(meant, range is null ? "-" : range.From == range.Until ? Text(range.From) : $"{Text(range.From)} to {Text(range.Until)}");
    }

    [Fact]
    public void There_are_many_phrases() => Assert.True(Phrases.Count >= 80);

    [Fact]
    public void The_writers_clock_counts()
    {
        var midnight = Instant.FromUtc(2026, 9, 15, 16, 30);

        var shanghai = TimeReader.Resolve("昨天", midnight, Zone);
        var london = TimeReader.Resolve("yesterday", midnight, DateTimeZoneProviders.Tzdb["Europe/London"]);

        Assert.Equal((new LocalDateTime(2026, 9, 15, 0, 0), new LocalDateTime(2026, 9, 14, 0, 0)), (shanghai!.From, london!.From));
    }

    private static string Text(LocalDateTime time) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Format(time);
}
