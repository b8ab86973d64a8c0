namespace Mailroom.Core.Mail;

/// <summary>The bound that a mail passed, because of which only its header was read.</summary>
/// <param name="Bound">Which bound.</param>
/// <param name="Found">What was found: bytes for the size; 0 where there is no figure.</param>
/// <param name="Limit">What is allowed: bytes, seconds, parts or levels; 0 where there is no figure.</param>
public sealed record PassedBound(MailBound Bound, long Found, long Limit)
{
    /// <summary>How many bytes are kept, when that is only the beginning; null when the whole mail is kept.</summary>
    public long? Kept { get; init; }

    /// <summary>Where the whole mail lies when only its beginning is kept, as the ledger names sources: "imap:support:17:42".</summary>
    public string? Elsewhere { get; init; }

    /// <summary>The bound with its figures, for ledger and ticket.</summary>
    public string Sentence => Bound switch
    {
        MailBound.Size when Kept is { } kept =>
            $"It is {Megabytes.Up(Found)}{(Found > Limit ? $", over the limit of {Megabytes.Down(Limit)}" : "")}; only its header was read. "
            + $"Only its first {Megabytes.Down(kept)} are kept; the whole lies where it came from ({Elsewhere}).",
        MailBound.Size => $"It is {Megabytes.Up(Found)}, over the limit of {Megabytes.Down(Limit)}; only its header was read.",
        MailBound.Time => $"Reading it took longer than {Limit} seconds; only its header was read.",
        MailBound.Parts => $"It has more than {Limit} parts, and those that are opened hold no words; only its header was read.",
        MailBound.Depth => $"Its parts lie more than {Limit} deep, and those that are opened hold no words; only its header was read.",
        MailBound.Form => "It could not be taken apart; only its header was read.",
        _ => throw new InvalidOperationException($"The bound {Bound} has no sentence."),
    };
}

/// <summary>What keeps all but a mail's header from being read.</summary>
public enum MailBound
{
    /// <summary>The size of the whole mail.</summary>
    Size,

    /// <summary>The time that reading may take.</summary>
    Time,

    /// <summary>The number of parts, when none of those that are opened holds words.</summary>
    Parts,

    /// <summary>Parts within parts, when none of those that are opened holds words.</summary>
    Depth,

    /// <summary>No bound in figures: the parser failed.</summary>
    Form,
}
