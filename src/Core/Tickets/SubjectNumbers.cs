using System.Text.RegularExpressions;

namespace Mailroom.Core.Tickets;

/// <summary>Finds ticket numbers in a subject: a hint that anybody can type, not a proof.</summary>
public static partial class SubjectNumbers
{
    private const int Most = 3;
    private const int LongestSubject = 1000;

    /// <summary>The numbers whose check character is right, in their order, each once.</summary>
    public static IReadOnlyList<TicketNumber> Find(string subject) =>
        Shape().Matches(subject.Length > LongestSubject ? subject[..LongestSubject] : subject)
            .Select(m => TicketNumber.TryParse(m.Value, out var number) ? number : (TicketNumber?)null)
            .OfType<TicketNumber>()
            .Distinct()
            .Take(Most)
            .ToList();

    // Chinese text stands close to it: a word boundary would not be one.
    [GeneratedRegex("(?<![0-9A-Za-z])MR-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}(?![0-9A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
