using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tickets;

/// <summary>How much more time a deadline is given.</summary>
public abstract record ExtensionLength
{
    private ExtensionLength()
    {
    }

    /// <summary>So much, on the deadline's own calendar.</summary>
    /// <param name="More">Counted time, working days, or both.</param>
    public sealed record By(Target More) : ExtensionLength;

    /// <summary>As much as brings it to a moment; one in closed time brings it to the last open moment before.</summary>
    /// <param name="Moment">The moment.</param>
    public sealed record Until(DateTimeOffset Moment) : ExtensionLength;
}
