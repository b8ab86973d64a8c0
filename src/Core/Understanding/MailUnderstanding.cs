using Mailroom.Core.Deadlines;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding;

/// <summary>What a mail was understood to say; everything here is already redacted.</summary>
public sealed record MailUnderstanding
{
    /// <summary>The category's code; the fallback when abstaining.</summary>
    public required string Category { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>True when too unsure: a person sorts it.</summary>
    public bool Abstained { get; init; }

    /// <summary>A second issue's category, when there is one.</summary>
    public string? Secondary { get; init; }

    /// <summary>The priority.</summary>
    public required Priority Priority { get; init; }

    /// <summary>The language of the text.</summary>
    public required MailLanguage Language { get; init; }

    /// <summary>The facts found in the text.</summary>
    public Entities Entities { get; init; } = new();

    /// <summary>The codes of the facts that the category needs and the mail lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>True for reproach, threat or abuse aimed at us.</summary>
    public bool Angry { get; init; }

    /// <summary>The words and rules that decided.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The subject, redacted.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The first words of the text, redacted, at most 200 characters.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The bound because of which this is understood from the header alone; null when the mail was read.</summary>
    public PassedBound? Unread { get; init; }

    /// <summary>The language that we answer in: English for English and for languages we do not write, Chinese for Chinese and mixed.</summary>
    public ReplyLanguage ReplyLanguage =>
        Language is MailLanguage.Chinese or MailLanguage.Mixed ? ReplyLanguage.Chinese : ReplyLanguage.English;
}

/// <summary>The language of a text.</summary>
public enum MailLanguage
{
    /// <summary>Chinese ("zh").</summary>
    Chinese,

    /// <summary>English ("en").</summary>
    English,

    /// <summary>Both in earnest ("mixed").</summary>
    Mixed,

    /// <summary>Neither ("other").</summary>
    Other,
}
