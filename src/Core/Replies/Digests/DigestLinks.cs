using Mailroom.Core.Policy;
using Mailroom.Core.Tickets;

namespace Mailroom.Core.Replies.Digests;

/// <summary>The signed links of a digest's rows: each lets the manager who got it do one thing to one ticket, once.</summary>
public static class DigestLinks
{
    /// <summary>What links can be for, as the address and the signature name it.</summary>
    public static IReadOnlyList<string> Purposes { get; } = [Assign, Extend, Escalate];

    /// <summary>Give the ticket to somebody.</summary>
    public const string Assign = "assign";

    /// <summary>Give a deadline more time.</summary>
    public const string Extend = "extend";

    /// <summary>Tell the head of support.</summary>
    public const string Escalate = "escalate";

    /// <summary>The address of a link.</summary>
    /// <param name="site">Where the links lead: the program's public address.</param>
    /// <param name="allowed">What it allows.</param>
    /// <param name="key">The house's secret.</param>
    public static string AddressOf(Uri site, AllowedAction allowed, SigningKey key) =>
        $"{site.AbsoluteUri.TrimEnd('/')}/act/{allowed.Purpose}/{ActionToken.Write(key, allowed)}";

    /// <summary>What a link in a manager's digest allows.</summary>
    public static AllowedAction Allowed(string purpose, TicketNumber ticket, DigestPolicy digest, DateTimeOffset written, SigningKey key) =>
        new(purpose, ticket, Holder(digest, key), written + digest.LinksLast);

    /// <summary>Whose link it is; null for somebody who gets no digests any more.</summary>
    public static DigestPolicy? HolderOf(AllowedAction allowed, HouseRules house) =>
        house.Policy.DigestsInForce.FirstOrDefault(d => Holder(d, house.Key) == allowed.Argument);

    /// <summary>A link's own id: what was done with it is kept under it.</summary>
    public static string IdOf(AllowedAction allowed, SigningKey key) => key.Derive("link", allowed.Purpose, ActionToken.Write(key, allowed));

    /// <summary>How a manager is called in a history.</summary>
    public static string NameOf(DigestPolicy digest) => digest.Manager.Name is { Length: > 0 } name ? name : digest.Manager.Address;

    private static string Holder(DigestPolicy digest, SigningKey key) => key.Derive("holder", digest.Manager.Key);
}
