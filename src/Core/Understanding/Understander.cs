using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding.Facts;
using Mailroom.Core.Understanding.Learning;
using Mailroom.Core.Understanding.Scoring;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding;

/// <summary>Reads what a customer wants: language, category, priority, facts, what is missing.</summary>
public static class Understander
{
    private const int LongestText = 8_000;
    private const int LongestSubject = 300;
    private const int LongestExcerpt = 200;

    /// <summary>Understands one mail by the policy's categories. Redacts before anything else sees the text.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="model">What learnt from letters; null leaves it to the policy's signals alone.</param>
    public static MailUnderstanding Read(MailText mail, SupportPolicy policy, TextModel? model = null)
    {
        var subject = Redactor.Redact(Cut(mail.Subject, LongestSubject), policy.Redaction);
        var body = Redactor.Redact(Cut(mail.Body, LongestText), policy.Redaction);
        var text = $"{subject}\n{body}";
        var words = WordStream.Of(Normaliser.Normalise(text));
        var matches = SignalIndex.Of(policy).FindIn(words);
        var verdict = ModelVerdict.Of(LearningText.OfRedacted(subject, body), matches, policy, model) ?? Verdict.OfSignals(words, matches, policy);
        var category = policy.Category(verdict.Category);
        var entities = EntityReader.Read(text);
        return new MailUnderstanding
        {
            Category = category.Code,
            Confidence = verdict.Confidence,
            Abstained = verdict.Abstained,
            Secondary = verdict.Secondary,
            Priority = verdict.Priority,
            Language = LanguageOf(subject, body),
            Entities = entities,
            Missing = MissingFacts.Of(category, verdict.Priority, entities, words),
            Angry = verdict.Angry,
            Evidence = verdict.Evidence,
            Subject = OneLine(subject),
            Excerpt = Cut(OneLine(body), LongestExcerpt),
        };
    }

    /// <summary>
    /// Understands a mail of which only the header was read: from its subject, with the language from whatever of the header tells it.
    /// Nothing counts as missing, since it may all be in what was not read.
    /// </summary>
    public static MailUnderstanding ReadHeader(Letter letter, PassedBound unread, SupportPolicy policy, TextModel? model = null)
    {
        var understood = Read(new MailText(letter.Sender?.Address ?? "", letter.Subject, ""), policy, model);
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

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Never in the middle of a surrogate pair.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
