using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Pipeline.Settings;

/// <summary>The mailboxes to poll, from the flat settings Mailbox__{name}__{part}; none is fine.</summary>
/// <param name="All">Every mailbox whose settings are sound, by name.</param>
/// <param name="Faults">What is wrong, in sentences.</param>
public sealed partial record MailboxAccounts(IReadOnlyList<MailboxAccount> All, IReadOnlyList<string> Faults)
{
    private const string Prefix = "Mailbox:";

    private static readonly string[] Parts =
        ["Host", "Port", "Security", "User", "Password", "TenantId", "ClientId", "ClientSecret", "Folder", "After", "MoveTo", "Start"];

    private static readonly string[] Needed = ["Host", "User"];

    /// <summary>Reads them. The environment turns "__" into ":"; a settings file may keep it as it is.</summary>
    public static MailboxAccounts Read(IConfiguration configuration)
    {
        List<MailboxAccount> all = [];
        List<string> faults = [];
        var settings = configuration.AsEnumerable()
            .Where(s => s.Value is not null)
            .Select(s => (Key: s.Key.Replace("__", ":", StringComparison.Ordinal), Value: s.Value!.Trim()))
            .Where(s => s.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(s => (Words: s.Key[Prefix.Length..].Split(':', 2), s.Value));
        foreach (var mailbox in settings.GroupBy(s => s.Words[0].ToLowerInvariant(), StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (words, value) in mailbox)
            {
                parts[words.ElementAtOrDefault(1) ?? ""] = value;
            }

            var wrong = FaultsOf(mailbox.Key, parts).ToList();
            faults.AddRange(wrong.Select(f => $"Mailbox__{mailbox.Key}__{f}"));
            if (wrong.Count == 0)
            {
                all.Add(Account(mailbox.Key, parts));
            }
        }

        return new MailboxAccounts(all, faults);
    }

    private static MailboxAccount Account(string name, Dictionary<string, string> parts) => new(
        name, parts["Host"], Port(parts)!.Value, Of(parts, "Security", "tls"), parts["User"], Of(parts, "Password", ""),
        MailApplication.Of(Of(parts, "TenantId", ""), Of(parts, "ClientId", ""), Of(parts, "ClientSecret", "")),
        Of(parts, "Folder", "INBOX"), Enum.Parse<AfterTaking>(Of(parts, "After", "leave"), ignoreCase: true), Of(parts, "MoveTo", ""),
        Of(parts, "Start", "all") == "new");

    private static IEnumerable<string> FaultsOf(string name, Dictionary<string, string> parts)
    {
        if (!Name().IsMatch(name))
        {
            yield return $"…: the name \"{name}\" has 1 to 40 small letters, digits and hyphens.";
        }

        foreach (var odd in parts.Keys.Except(Parts, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{odd} is no part of a mailbox; the parts are {string.Join(", ", Parts)}.";
        }

        foreach (var missing in Needed.Where(p => Of(parts, p, "").Length == 0))
        {
            yield return $"{missing} is missing.";
        }

        foreach (var fault in SignInFaults(parts).Concat(ValueFaults(parts)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> SignInFaults(Dictionary<string, string> parts)
    {
        var app = (Of(parts, "TenantId", ""), Of(parts, "ClientId", ""), Of(parts, "ClientSecret", ""));
        foreach (var fault in MailApplication.Faults("", app))
        {
            yield return fault;
        }

        if (app is ("", "", "") == (Of(parts, "Password", "").Length == 0))
        {
            yield return "Password: give either a password, or TenantId, ClientId and ClientSecret for XOAUTH2.";
        }
    }

    private static IEnumerable<string> ValueFaults(Dictionary<string, string> parts)
    {
        if (Port(parts) is null)
        {
            yield return $"Port is no whole number from 1 to {MailroomSettings.MaxPort}.";
        }

        switch (Of(parts, "Security", "tls"))
        {
            case "none" when !IsLoopback(Of(parts, "Host", "")):
                yield return "Security is \"none\"; passwords and mail cross a network only encrypted: use \"tls\" or \"starttls\".";
                break;
            case "tls" or "starttls" or "none":
                break;
            case var other:
                yield return $"Security is \"{other}\"; it is \"tls\", \"starttls\" or \"none\".";
                break;
        }

        var after = Of(parts, "After", "leave");
        if (after is not ("leave" or "seen" or "flag" or "move"))
        {
            yield return $"After is \"{after}\"; it is \"leave\", \"seen\", \"flag\" or \"move\".";
        }
        else if (after == "move" == (Of(parts, "MoveTo", "").Length == 0))
        {
            yield return "MoveTo names the folder for taken mails: give it with After \"move\", and only then.";
        }

        if (after == "move" && Of(parts, "MoveTo", "").Equals(Of(parts, "Folder", "INBOX"), StringComparison.OrdinalIgnoreCase))
        {
            yield return "MoveTo is the folder that is read; taken mails need another one.";
        }

        if (Of(parts, "Start", "all") is not ("all" or "new") and var start)
        {
            yield return $"Start is \"{start}\"; it is \"all\" or \"new\".";
        }
    }

    private static int? Port(Dictionary<string, string> parts)
    {
        var usual = Of(parts, "Security", "tls") == "tls" ? "993" : "143";
        return int.TryParse(Of(parts, "Port", usual), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= 1 and <= MailroomSettings.MaxPort ? port : null;
    }

    private static string Of(Dictionary<string, string> parts, string part, string otherwise) =>
        parts.TryGetValue(part, out var value) && value.Length > 0 ? value : otherwise;

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
