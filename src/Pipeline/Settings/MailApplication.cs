namespace Mailroom.Pipeline.Settings;

/// <summary>An application of one's own that signs in to mail servers for a mailbox, by XOAUTH2 with client credentials.</summary>
/// <param name="TenantId">The directory: its id or domain.</param>
/// <param name="ClientId">The application.</param>
/// <param name="ClientSecret">Its secret.</param>
public sealed record MailApplication(string TenantId, string ClientId, string ClientSecret)
{
    /// <summary>What is wrong with the three settings of an application, in sentences; none of them given is fine.</summary>
    /// <param name="prefix">What stands before their names.</param>
    /// <param name="values">Tenant, client, secret; empty where not given.</param>
    internal static IEnumerable<string> Faults(string prefix, (string Tenant, string Client, string Secret) values)
    {
        string[] all = [values.Tenant, values.Client, values.Secret];
        if (all.Any(v => v.Length > 0) && all.Any(v => v.Length == 0))
        {
            yield return $"{prefix}ClientId: XOAUTH2 needs {prefix}TenantId, {prefix}ClientId and {prefix}ClientSecret.";
        }

        if (!values.Tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        {
            yield return $"{prefix}TenantId is \"{values.Tenant}\"; it is the directory's id or domain: letters, digits, dots and hyphens.";
        }
    }

    /// <summary>The application of three settings; null where they are empty.</summary>
    internal static MailApplication? Of(string tenant, string client, string secret) =>
        client.Length == 0 ? null : new MailApplication(tenant, client, secret);
}
