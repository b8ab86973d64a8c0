using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>How far agents may extend a deadline.</summary>
/// <param name="Most">All extensions of one deadline together: counted time or working days of its calendar; not negative. Nothing: no extensions.</param>
public sealed record ExtensionPolicy(Target Most)
{
    /// <summary>Ten working days.</summary>
    public static ExtensionPolicy Usual { get; } = new(Target.OfDays(10));
}
