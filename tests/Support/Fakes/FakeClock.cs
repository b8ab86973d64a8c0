namespace Mailroom.Support.Fakes;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan span) => _now += span;

    /// <summary>Goes to a moment.</summary>
    public void Set(DateTimeOffset moment) => _now = moment;
}
