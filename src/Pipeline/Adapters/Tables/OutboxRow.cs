using Azure;
using Mailroom.Core.Effects;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>A mail to be sent, as it lies beside what ordered it.</summary>
/// <param name="Partition">"t|{ticket}", "g|{moment}" for digests, "n|{reader}" for notices that are told together.</param>
/// <param name="Mail">The mail.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempt">The attempt that is next or under way, from 1.</param>
public sealed record OutboxRow(string Partition, OutgoingMail Mail, OutboxState State, int Attempt)
{
    /// <summary>Until when nobody else may send it, in real time; for a sending row.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When the next attempt may start, in the product's time; for a pending row.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How many attempts lie before a person sent it again: what failed then no longer counts against it.</summary>
    public int EarlierAttempts { get; init; }

    /// <summary>When it was sent or parked.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it waits or was parked.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The mail to the same reader that tells it; empty unless it is told by another one.</summary>
    public string ToldBy { get; init; } = "";

    /// <summary>Who sends it: tells our own lost write from another's.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The row's version.</summary>
    internal ETag ETag { get; init; }
}

/// <summary>How far a mail is.</summary>
public enum OutboxState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>Being sent, under a lease.</summary>
    Sending,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Set aside for a person.</summary>
    Parked,

    /// <summary>Held by a breaker until a person releases it.</summary>
    Held,

    /// <summary>Held once, and not to be sent any more.</summary>
    Dropped,

    /// <summary>A notice to our own people that waits for its moment, to be told with others.</summary>
    Waiting,

    /// <summary>A notice that another mail to the same reader tells.</summary>
    Told,
}
