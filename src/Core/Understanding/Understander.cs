using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Facts;
using Mailroom.Core.Understanding.Scoring;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding;

/// <summary>Reads what a customer wants: language, category, priority, facts, what is missing.</summary>
public static class Understander
{
    private const int LongestText = 8_000;
    private const int LongestSubject = 300;
    private const int LongestExcerpt = 200;
    private const int MostEvidence = 6;

    /// <summary>Understands one mail by the policy's categories. Redacts before anything else sees the text.</summary>
    public static MailUnderstanding Read(MailText mail, SupportPolicy policy)
    {
        var subject = Redactor.Redact(Cut(mail.Subject, LongestSubject));
        var body = Redactor.Redact(Cut(mail.Body, LongestText));
        var text = $"{subject}\n{body}";
        var words = WordStream.Of(Normaliser.Normalise(text));
        var matches = SignalIndex.Of(policy).FindIn(words);
        var scores = new CategoryScores(matches);
        var category = policy.Category(scores.Category);
        var priority = Urgency.Of(category, scores, matches);
        var entities = EntityReader.Read(text);
        return new MailUnderstanding
        {
            Category = category.Code,
            Confidence = scores.Confidence,
            Abstained = scores.Abstained,
            Secondary = scores.Secondary,
            Priority = priority,
            Language = LanguageOf(subject, body),
            Entities = entities,
            Missing = MissingFacts.Of(category, priority, entities, words),
            Angry = Anger.IsIn(words),
            Evidence = Evidence(category.Code, matches),
            Subject = OneLine(subject),
            Excerpt = Cut(OneLine(body), LongestExcerpt),
        };
    }

    /// <summary>
    /// Understands a mail of which only the header was read: from its subject, with the language from whatever of the header tells it.
    /// Nothing counts as missing, since it may all be in what was not read.
    /// </summary>
    public static MailUnderstanding ReadHeader(Letter letter, PassedBound unread, SupportPolicy policy)
    {
        var understood = Read(new MailText(letter.Sender?.Address ?? "", letter.Subject, ""), policy);
        return understood with
        {
            Language = HeaderLanguage.Of(letter, policy.Company.DefaultLanguage),
            Missing = [],
            Unread = unread,
            Evidence = [unread.Sentence, .. understood.Evidence],
        };
    }

    // The body is the person's; a subject may still be ours or another's, and speaks only where the body says nothing.
    private static MailLanguage LanguageOf(string subject, string body) =>
        LanguageDetector.Detect(body.Any(char.IsLetter) ? body : subject);

    private static IReadOnlyList<string> Evidence(string category, IReadOnlyList<MatchedSignal> matches) =>
    [
        .. matches
            .OrderByDescending(m => m.Category == category)
            .ThenByDescending(m => m.Signal.Weight)
            .Select(m => m.Category == category ? m.Evidence : $"{m.Evidence} ({m.Category})")
            .Take(MostEvidence),
    ];

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Never in the middle of a surrogate pair.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
