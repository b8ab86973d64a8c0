using System.Security.Cryptography;

namespace Mailroom.LocalHost.Hosting.Queues;

/// <summary>The growing, slightly random pause between looks into an empty queue.</summary>
internal sealed class PollingPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private TimeSpan _last = Shortest / 2;

    /// <summary>The queue had something: look again soon.</summary>
    public void Reset() => _last = Shortest / 2;

    /// <summary>The next pause: about double the one before, at most the longest.</summary>
    public TimeSpan Next(TimeSpan longest)
    {
        var random = RandomNumberGenerator.GetInt32(80, 121) / 100.0;
        var next = _last * 2 * random;
        _last = next < Shortest ? Shortest : next < longest ? next : longest < Shortest ? Shortest : longest;
        return _last;
    }
}
