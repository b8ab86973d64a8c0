using Mailroom.Core.Mail.Signs;

namespace Mailroom.Core.Mail;

/// <summary>Tells people's mail from machines' by marks with evidence; decides nothing.</summary>
public static class AutomaticMail
{
    /// <summary>The marks of a letter.</summary>
    /// <remarks>
    /// The kinds are asked from the surest to the least sure; the first with a sign gives the kind, and the signs of all stay
    /// as evidence. A vacation note that also says "Precedence: bulk" is an automatic reply, not a newsletter.
    /// </remarks>
    public static MailMarks Inspect(Letter letter, OwnMail own)
    {
        (MailKind Kind, IReadOnlyList<string> Evidence)[] found =
        [
            (MailKind.Own, [.. OwnSigns.Find(letter, own)]),
            (MailKind.Report, [.. ReportSigns.Find(letter)]),
            (MailKind.Bounce, [.. BounceSigns.Find(letter)]),
            (MailKind.AutoReply, [.. AutoReplySigns.Find(letter)]),
            (MailKind.List, [.. ListSigns.Find(letter, own)]),
            (MailKind.Report, [.. ReportSigns.FindGenerated(letter)]),
        ];
        var kind = found.FirstOrDefault(f => f.Evidence.Count > 0, (MailKind.Human, [])).Kind;
        IReadOnlyList<string> silence = [.. SilenceSigns.Find(letter)];
        return new MailMarks(
            kind,
            kind != MailKind.Human || silence.Count > 0,
            [.. found.SelectMany(f => f.Evidence).Concat(silence).Distinct(StringComparer.Ordinal)]);
    }
}
