using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Signs;

/// <summary>Signs that nothing automatic may be sent back, even where a person wrote.</summary>
internal static partial class SilenceSigns
{
    // What goes to so many is no letter to us, whatever its other fields say.
    private const int Crowd = 100;

    /// <summary>The signs found.</summary>
    public static IEnumerable<string> Find(Letter letter)
    {
        // Exchange stamps it on people's mail too: it asks for silence and says nothing about the writer.
        foreach (var value in letter.HeaderValues("X-Auto-Response-Suppress"))
        {
            if (value.Split(',', StringSplitOptions.TrimEntries).Any(v => v.ToUpperInvariant() is "ALL" or "OOF" or "AUTOREPLY"))
            {
                yield return "X-Auto-Response-Suppress";
            }
        }

        foreach (var field in (string[])["List-Id", "List-Post", "Mailing-List"])
        {
            if (letter.HeaderValues(field).Any())
            {
                yield return field;
            }
        }

        if (TakesNoAnswers(letter))
        {
            yield return "From takes no answers";
        }

        if (HeaderText.HasNullReturnPath(letter))
        {
            yield return "null return path";
        }

        if (letter.To.Count + letter.Cc.Count >= Crowd)
        {
            yield return $"{Crowd} recipients or more";
        }

        if (letter.HeaderValues("X-No-Loop").Any() || letter.HeaderValues("X-Loop").Any())
        {
            yield return "loop header";
        }
    }

    /// <summary>True when the sender's name says that nobody reads answers.</summary>
    public static bool TakesNoAnswers(Letter letter) => NoReplyName().IsMatch(HeaderText.LocalPart(letter.Sender));

    [GeneratedRegex(
        @"^((do[-_.]?)?no[t]?[-_.]?reply|noreply.{0,40}|no-reply.{0,40}|.{0,40}[-_.]no-?reply|mailer-?daemon|mail-daemon|postmaster|bounces?|notifications?|autoreply|auto-reply)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NoReplyName();
}
