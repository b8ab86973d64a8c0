namespace Mailroom.Core.Mail;

/// <summary>Spellings of an address that its provider is known to deliver to the same mailbox.</summary>
/// <remarks>
/// Only what the provider itself promises counts: "+tag" at the providers named here, and dots at Gmail. Elsewhere "+" may be an
/// ordinary letter of somebody else's address. Nicknames and domains that only the provider can resolve (a QQ number and its
/// foxmail.com name; 163.com, 126.com and yeah.net, where one name is three people) stay different people.
/// </remarks>
public static class MailboxAlias
{
    private static readonly string[] Gmail = ["gmail.com", "googlemail.com"];

    // Each documents that what follows "+" does not change the mailbox.
    private static readonly string[] Tagging =
    [
        .. Gmail, "outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "fastmail.com",
    ];

    /// <summary>True when two address keys name one mailbox.</summary>
    public static bool IsSame(string a, string b) => a.Length > 0 && Mailbox(a) == Mailbox(b);

    private static string Mailbox(string key)
    {
        var at = key.LastIndexOf('@');
        var (local, domain) = at > 0 ? (key[..at], key[(at + 1)..]) : (key, "");
        if (!Tagging.Contains(domain, StringComparer.Ordinal))
        {
            return key;
        }

        var plain = local.IndexOf('+', StringComparison.Ordinal) is var plus and > 0 ? local[..plus] : local;
        return Gmail.Contains(domain, StringComparer.Ordinal) ? plain.Replace(".", "", StringComparison.Ordinal) + "@gmail.com" : $"{plain}@{domain}";
    }
}
