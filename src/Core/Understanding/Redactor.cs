using System.Text;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Redaction;

namespace Mailroom.Core.Understanding;

/// <summary>Takes out what nobody needs and thieves want, before anything else sees the text.</summary>
/// <remarks>
/// Card numbers, bank accounts and, as the policy has it, telephone numbers keep their last four digits; identity numbers, passwords, PINs,
/// one-time codes and what else a card shows keep nothing. What replaces them needs no language: asterisks.
/// </remarks>
public static class Redactor
{
    /// <summary>What is longer is cut: nobody reads further, and a pattern's work is bounded by it.</summary>
    public const int LongestText = 100_000;

    // Each round finds what only the last one's masks have set free; nearly always the second finds nothing.
    private const int MostRounds = 8;

    /// <summary>The text without its secrets; telephone numbers keep their last four digits.</summary>
    public static string Redact(string text) => Read(text, RedactionPolicy.Usual).Text;

    /// <summary>The text without its secrets.</summary>
    public static string Redact(string text, RedactionPolicy policy) => Read(text, policy).Text;

    /// <summary>The text without its secrets, and where they stood. Redacted once more it stays as it is.</summary>
    public static RedactedText Read(string text, RedactionPolicy policy)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        var folded = TextFold.Of(cut);
        var found = new List<(int Start, int End, Finding Finding)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var before = found.Count;
            foreach (var find in Finders(policy))
            {
                var findings = Sound(find(folded.Text), folded.Text);
                if (findings.Count > 0)
                {
                    found.AddRange(findings.Select(f => (folded.Starts[f.Start], folded.Starts[f.End], f)));
                    folded = folded.Without(findings);
                }
            }

            if (found.Count == before)
            {
                break;
            }
        }

        return Masked(cut, found);
    }

    // The order is by how much a finder knows: check digits and labels before mere form.
    private static Func<string, IEnumerable<Finding>>[] Finders(RedactionPolicy policy) =>
    [
        IdentityNumbers.Find,
        Secrets.Find,
        CardNumbers.Find,
        CardDetails.Find,
        BankAccounts.Find,
        text => PhoneNumbers.Find(text, policy),
    ];

    // In order and without overlaps; the rest of a number that goes on would be read with the mask.
    private static List<Finding> Sound(IEnumerable<Finding> findings, string text)
    {
        var sound = new List<Finding>();
        foreach (var finding in findings.OrderBy(f => f.Start).ThenByDescending(f => f.End))
        {
            if (!IsDigitAt(text, finding.End) && !(IsDigitAt(text, finding.Start) && IsDigitAt(text, finding.Start - 1)) && (sound.Count == 0 || finding.Start >= sound[^1].End))
            {
                sound.Add(finding);
            }
        }

        return sound;
    }

    private static bool IsDigitAt(string text, int place) => place >= 0 && place < text.Length && char.IsAsciiDigit(text[place]);

    private static RedactedText Masked(string text, List<(int Start, int End, Finding Finding)> found)
    {
        var masked = new StringBuilder(text.Length);
        var spans = new List<RedactedSpan>(found.Count);
        var copied = 0;
        foreach (var (start, end, finding) in found.OrderBy(f => f.Start))
        {
            masked.Append(text, copied, start - copied);
            spans.Add(new RedactedSpan(finding.Kind, masked.Length, masked.Length + finding.Mask.Length, start, end));
            masked.Append(finding.Mask);
            copied = end;
        }

        return new RedactedText(masked.Append(text, copied, text.Length - copied).ToString(), spans);
    }
}
