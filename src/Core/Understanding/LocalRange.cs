using NodaTime;

namespace Mailroom.Core.Understanding;

/// <summary>A stretch of local time; a moment when both ends are the same.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end, which no longer belongs to it.</param>
public sealed record LocalRange(LocalDateTime From, LocalDateTime Until);

/// <summary>A stretch of days.</summary>
internal sealed record DayRange(LocalDate From, LocalDate Until)
{
    public bool IsOneDay => Until == From.PlusDays(1);

    public static DayRange One(LocalDate day) => new(day, day.PlusDays(1));
}
