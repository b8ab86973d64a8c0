using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>Makes a promise that is sooner than the policy's target the target of the first response.</summary>
internal static class PromisedTarget
{
    /// <summary>The targets, none later than the promise.</summary>
    /// <param name="ticket">The ticket from that moment on.</param>
    /// <param name="earlier">The targets that were in force before, the first from its opening on.</param>
    /// <param name="own">The policy's own from that moment on.</param>
    public static ClockTargets Of(Ticket ticket, IReadOnlyList<TargetsFrom> earlier, TargetsFrom own)
    {
        var first = own.Targets.FirstResponse;
        if (ticket.Promise is not { IsWithdrawn: false, By: var by })
        {
            return own.Targets;
        }

        // What is counted until the promised moment, on each calendar as long as it was in force.
        var granted = TimeSpan.Zero;
        var all = earlier.Append(own).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var end = i + 1 < all.Count && all[i + 1].From < by ? all[i + 1].From : by;
            granted += all[i].Targets.FirstResponse.Calendar.OpenTime(all[i].From, end);
        }

        return granted < first.Length
            ? own.Targets with { FirstResponse = first with { Within = Target.Of(granted), PromisedBy = by, WithoutPromise = first.Length } }
            : own.Targets;
    }
}
