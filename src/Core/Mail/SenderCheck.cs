using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail;

/// <summary>Reads our own receiver's verdict about a sender, and warns of what deceives.</summary>
public static partial class SenderCheck
{
    /// <summary>The trust in a letter's sender.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="trustedReceivers">authserv-ids that are ours (RFC 8601 5).</param>
    public static SenderTrust Assess(Letter letter, IReadOnlyList<string> trustedReceivers)
    {
        var verdict = Verdict(letter, trustedReceivers);
        return new SenderTrust(verdict.Level, [verdict.Evidence, .. Warnings(letter)]);
    }

    // Only the topmost result of ours counts: the sender can write any number of others below it.
    private static (TrustLevel Level, string Evidence) Verdict(Letter letter, IReadOnlyList<string> trustedReceivers)
    {
        var ours = letter.HeaderValues("Authentication-Results")
            .Select(AuthenticationResults.Parse)
            .FirstOrDefault(r => trustedReceivers.Contains(r.Receiver, StringComparer.OrdinalIgnoreCase));
        return ours switch
        {
            null => (TrustLevel.Unverified, "no result of a receiver of ours"),
            { Dmarc.Count: 0 } => (TrustLevel.Unverified, "no dmarc result"),
            _ when ours.Dmarc.Any(d => d.Result == "fail") => (TrustLevel.Failed, "dmarc=fail"),
            _ when letter.From.Count != 1 => (TrustLevel.Unverified, "dmarc says nothing about several senders or none"),
            _ when ours.Dmarc.Any(d => d.Result != "pass") => (TrustLevel.Unverified, $"dmarc={ours.Dmarc[0].Result}"),
            _ when ours.Dmarc.All(d => d.HeaderFrom is null || d.HeaderFrom == letter.From[0].Domain) => (TrustLevel.Verified, "dmarc=pass"),
            _ => (TrustLevel.Unverified, "dmarc=pass for another domain than From"),
        };
    }

    private static IEnumerable<string> Warnings(Letter letter)
    {
        if (letter.From.Count > 1)
        {
            yield return "several From addresses";
        }

        if (letter.Sender is not { } sender)
        {
            yield return "no From address";
            yield break;
        }

        if (letter.ReplyTo.Any(r => r.Domain != sender.Domain))
        {
            yield return "Reply-To differs from From";
        }

        if (AddressInName().Match(sender.Name) is { Success: true } shown
            && !string.Equals(shown.Value, sender.Key, StringComparison.OrdinalIgnoreCase))
        {
            yield return "the sender's name shows another address";
        }
    }

    [GeneratedRegex(@"[A-Z0-9._%+-]{1,64}[@＠][A-Z0-9-]{1,63}(\.[A-Z0-9-]{1,63}){1,8}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressInName();
}
