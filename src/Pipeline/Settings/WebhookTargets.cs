using System.Text.RegularExpressions;
using Mailroom.Core.Policy;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Pipeline.Settings;

/// <summary>The webhooks that steps of the ladder may call, from the flat settings Webhook__{name}__Url and __Secret; none is fine.</summary>
/// <param name="All">Every webhook whose settings are sound, by name.</param>
/// <param name="Faults">What is wrong, in sentences; never with a value, which may be secret.</param>
public sealed partial record WebhookTargets(IReadOnlyDictionary<string, WebhookTarget> All, IReadOnlyList<string> Faults)
{
    private const string Prefix = "Webhook:";
    private const string UrlPart = "Url";
    private const string SecretPart = "Secret";

    /// <summary>Reads them. The environment turns "__" into ":"; a settings file may keep it as it is.</summary>
    public static WebhookTargets Read(IConfiguration configuration)
    {
        Dictionary<string, WebhookTarget> all = new(StringComparer.Ordinal);
        List<string> faults = [];
        var settings = configuration.AsEnumerable()
            .Where(s => s.Value is not null)
            .Select(s => (Key: s.Key.Replace("__", ":", StringComparison.Ordinal), Value: s.Value!.Trim()))
            .Where(s => s.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(s => (Words: s.Key[Prefix.Length..].Split(':', 2), s.Value));
        foreach (var webhook in settings.GroupBy(s => s.Words[0].ToLowerInvariant(), StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (words, value) in webhook)
            {
                parts[words.ElementAtOrDefault(1) ?? ""] = value;
            }

            var wrong = FaultsOf(webhook.Key, parts).ToList();
            faults.AddRange(wrong.Select(f => $"Webhook__{webhook.Key}__{f}"));
            if (wrong.Count == 0)
            {
                all[webhook.Key] = new(new Uri(parts[UrlPart]), parts[SecretPart]);
            }
        }

        return new WebhookTargets(all, faults);
    }

    /// <summary>The webhooks that a policy names and the settings lack.</summary>
    public IEnumerable<string> Missing(SupportPolicy policy) =>
        policy.Ladder.Where(s => s.Webhook is { } name && !All.ContainsKey(name))
            .Select(s => $"ladder: \"{s.Name}\": webhook: there are no sound settings Webhook__{s.Webhook}__{UrlPart} and Webhook__{s.Webhook}__{SecretPart}; add them.");

    private static IEnumerable<string> FaultsOf(string name, Dictionary<string, string> parts)
    {
        if (!Name().IsMatch(name))
        {
            yield return $"…: the name \"{name}\" has 1 to 40 small letters, digits and hyphens.";
        }

        foreach (var odd in parts.Keys.Where(k => !k.Equals(UrlPart, StringComparison.OrdinalIgnoreCase) && !k.Equals(SecretPart, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{odd} is no part of a webhook; the parts are {UrlPart}, {SecretPart}.";
        }

        // A loopback address stays on this machine; everything else is read by whoever sits between.
        if (!Uri.TryCreate(parts.GetValueOrDefault(UrlPart), UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            yield return $"{UrlPart} is no https address; http is for loopback only.";
        }
        else if (url.UserInfo.Length > 0)
        {
            yield return $"{UrlPart} holds a name or password; the signature proves us instead.";
        }

        if (parts.GetValueOrDefault(SecretPart, "").Length < MailroomSettings.LeastSecretLength)
        {
            yield return $"{SecretPart} is shorter than {MailroomSettings.LeastSecretLength} characters; make one with: openssl rand -hex 24";
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

/// <summary>Where a webhook is.</summary>
/// <param name="Url">Its address, which may itself be secret.</param>
/// <param name="Secret">The secret that we sign with.</param>
public sealed record WebhookTarget(Uri Url, string Secret)
{
    /// <summary>Nothing of it: it may come into a message by mistake.</summary>
    public override string ToString() => nameof(WebhookTarget);
}
