namespace Mailroom.Core.Understanding.Learning;

/// <summary>A letter with what a good agent makes of it, as the files under src/Training hold it.</summary>
/// <param name="Line">The line of its file that it begins on, from 1.</param>
/// <param name="Category">Its category's code.</param>
/// <param name="Language">"zh", "zh-Hant", "en" or "mixed".</param>
/// <param name="Priority">"P1" to "P4".</param>
/// <param name="Flags">"indirect", "angry", and "+category" for a second issue.</param>
/// <param name="Subject">The subject; empty for none.</param>
/// <param name="Body">The words.</param>
/// <param name="Facts">The facts of a test letter, "name=value; ..." or "-"; null where none are given.</param>
public sealed record TrainingLetter(
    int Line, string Category, string Language, string Priority, IReadOnlyList<string> Flags, string Subject, string Body, string? Facts)
{
    private const string Head = "@ ";
    private const string SubjectLine = "Subject:";
    private const string FactLine = "~ ";

    /// <summary>The questions that the letters answer: category, priority, mood.</summary>
    public static IReadOnlyList<string> Questions { get; } = ["category", "priority", "mood"];

    /// <summary>True when it tells what happened and does not name the category.</summary>
    public bool IsIndirect => Flags.Contains("indirect");

    /// <summary>True for reproach, threat or abuse aimed at us.</summary>
    public bool IsAngry => Flags.Contains("angry");

    /// <summary>The letter as something to learn from.</summary>
    public LabelledText Labelled => new(LearningText.Of(Subject, Body), [Category, Priority, IsAngry ? "angry" : "calm"]);

    /// <summary>The letters of a file's text.</summary>
    /// <exception cref="FormatException">The message says which line and what is wrong.</exception>
    public static IReadOnlyList<TrainingLetter> Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(Head, StringComparison.Ordinal)).ToList();
        return [.. starts.Zip([.. starts.Skip(1), lines.Length], (from, to) => Letter(lines[from..to], from + 1))];
    }

    private static TrainingLetter Letter(string[] lines, int number)
    {
        if (lines[0][Head.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var category, var language, var priority, .. var flags])
        {
            throw new FormatException($"Line {number}: a letter begins with \"@ category language priority\".");
        }

        if (lines.Length < 2 || !lines[1].StartsWith(SubjectLine, StringComparison.Ordinal))
        {
            throw new FormatException($"Line {number + 1}: after the head comes \"{SubjectLine} ...\"; \"{SubjectLine} -\" for a letter without one.");
        }

        var subject = lines[1][SubjectLine.Length..].Trim();
        return new(
            number,
            category,
            language,
            priority,
            flags,
            subject == "-" ? "" : subject,
            string.Join('\n', lines[2..].Where(l => !l.StartsWith(FactLine, StringComparison.Ordinal))).Trim(),
            lines[2..].FirstOrDefault(l => l.StartsWith(FactLine, StringComparison.Ordinal))?[FactLine.Length..]);
    }
}

/// <summary>A mail as a model reads it.</summary>
public static class LearningText
{
    /// <summary>Subject and body as one text, numbers and secrets already masked; the subject counts twice.</summary>
    public static string Of(string subject, string body) => OfRedacted(Redactor.Redact(subject), Redactor.Redact(body));

    /// <summary>The same of texts that are redacted.</summary>
    public static string OfRedacted(string subject, string body) => $"{subject}\n{subject}\n{body}";
}
