using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;

namespace Mailroom.Pipeline.Settings;

/// <summary>The policy, read once: the check at the start and the first mail share it.</summary>
public sealed class PolicySource
{
    private readonly Lock _lock = new();
    private (string Path, SupportPolicy Policy)? _read;

    /// <summary>Where a policy file lies: a relative path starts at the program's folder.</summary>
    public static string PathOf(MailroomSettings settings) => Path.Combine(AppContext.BaseDirectory, settings.PolicyFile);

    /// <summary>The policy of the settings.</summary>
    /// <exception cref="PolicyException">All its faults at once.</exception>
    public SupportPolicy Read(MailroomSettings settings)
    {
        var path = PathOf(settings);
        lock (_lock)
        {
            if (_read is not { } read || read.Path != path)
            {
                _read = read = (path, PolicyReader.Read(path));
            }

            return read.Policy;
        }
    }
}
