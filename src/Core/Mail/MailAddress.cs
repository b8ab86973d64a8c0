namespace Mailroom.Core.Mail;

/// <summary>One mailbox of a mail header: what the sender shows and where mail for it goes (RFC 5322 3.4).</summary>
/// <param name="Name">The display name, decoded; empty when there is none. Never to be trusted.</param>
/// <param name="Address">The addr-spec as written, without angle brackets.</param>
public sealed record MailAddress(string Name, string Address)
{
    /// <summary>The address in the form that two spellings of one mailbox share: lower case, no surrounding space.</summary>
    public string Key => Address.Trim().ToLowerInvariant();

    /// <summary>What stands after the last "@", in lower case; empty when there is none.</summary>
    public string Domain => Key[(Key.LastIndexOf('@') + 1)..];
}
