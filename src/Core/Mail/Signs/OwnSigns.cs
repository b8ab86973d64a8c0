using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs that a mail is our own come back: through a redirect, a list, or a loop.</summary>
internal static partial class OwnSigns
{
    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter, OwnMail own)
    {
        if (letter.Sender is { } sender && own.Addresses.Contains(HeaderText.WithoutPlus(sender)))
        {
            yield return "From is our own address";
        }

        // Colleagues' mail programs may make Message-IDs of the same domain: the shape of ours must match as well.
        if (letter.MessageId is { } id
            && id.EndsWith("@" + own.MessageIdDomain, StringComparison.OrdinalIgnoreCase)
            && OurShape().IsMatch(id))
        {
            yield return "Message-ID is one of ours";
        }

        if (letter.HeaderValues("X-Loop").Any(v => own.Addresses.Contains(v.Trim().ToLowerInvariant())))
        {
            yield return "X-Loop names our own address";
        }
    }

    [GeneratedRegex(@"\.MR-?[0-9A-Z]{4}-?[0-9A-Z]{4}\.[0-9A-Z]{20,40}@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OurShape();
}
