namespace Mailroom.Pipeline.Adapters.Clock;

/// <summary>A clock that runs faster than life, for demonstrations: storage delays shrink with it.</summary>
/// <param name="origin">The product time at <paramref name="realOrigin"/>.</param>
/// <param name="realOrigin">The real time of the origin.</param>
/// <param name="speed">Product seconds in a real second, above 0.</param>
public sealed class FastClock(DateTimeOffset origin, DateTimeOffset realOrigin, double speed) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _origin = origin;
    private DateTimeOffset _realOrigin = realOrigin;
    private double _speed = speed;

    /// <summary>Product seconds in a real second.</summary>
    public double Speed
    {
        get
        {
            lock (_lock)
            {
                return _speed;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _origin + ((System.GetUtcNow() - _realOrigin) * _speed);
        }
    }

    /// <summary>Goes on from now at another speed.</summary>
    public void SetSpeed(double speed)
    {
        lock (_lock)
        {
            var real = System.GetUtcNow();
            _origin += (real - _realOrigin) * _speed;
            _realOrigin = real;
            _speed = speed;
        }
    }

    /// <summary>How long a product time span really takes on a clock.</summary>
    public static TimeSpan RealSpan(TimeProvider clock, TimeSpan span) => clock is FastClock fast ? span / fast.Speed : span;

    /// <summary>The real moment on a clock: for leases, which guard work that takes real time.</summary>
    public static DateTimeOffset RealNow(TimeProvider clock) => clock is FastClock ? System.GetUtcNow() : clock.GetUtcNow();
}
