using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Cli.Running;

/// <summary>Texts with their right answers: a CSV file, or a folder of training letters.</summary>
internal sealed record LabelledFiles(IReadOnlyList<string> Questions, IReadOnlyList<LabelledCase> Cases)
{
    private static readonly string[] KnownQuestions = ["label", .. TrainingLetter.Questions];
    private static readonly string[] KnownGroups = ["lang", "language", "style"];

    /// <summary>The texts, without the groups that they are measured by.</summary>
    internal IReadOnlyList<LabelledText> Texts => [.. Cases.Select(c => c.Text)];

    /// <summary>Reads them.</summary>
    /// <exception cref="CliException">The file cannot be read, or is none of this kind.</exception>
    internal static LabelledFiles Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? Letters(path) : Csv(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new CliException(e is CsvHelperException ? $"{path} is no CSV file that can be read: {e.Message.Split('\n')[0]}" : e.Message, e);
        }
    }

    private static LabelledFiles Letters(string folder)
    {
        var letters = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(LettersOf).ToList();
        return letters.Count == 0
            ? throw new CliException($"There are no training letters (*.txt) in {folder}.")
            : new(TrainingLetter.Questions, [.. letters.Select(l => new LabelledCase(l.Labelled, [l.Language, l.IsIndirect ? "indirect" : "direct"]))]);
    }

    private static IReadOnlyList<TrainingLetter> LettersOf(string file)
    {
        try
        {
            return TrainingLetter.Parse(File.ReadAllText(file));
        }
        catch (FormatException e)
        {
            throw new CliException($"{file}: {e.Message}", e);
        }
    }

    // Columns: text, or subject and body; label, or category and priority; lang and style, if they are there, are what the result is parted by.
    private static LabelledFiles Csv(string path)
    {
        using var reader = new CsvReader(new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = h => h.Header.Trim().ToLowerInvariant() });
        var headers = reader.Read() && reader.ReadHeader() ? reader.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant()).ToList() : [];
        var questions = KnownQuestions.Where(headers.Contains).ToList();
        var hasText = headers.Contains("text");
        if (questions.Count == 0 || (!hasText && !headers.Contains("body")))
        {
            throw new CliException($"{path} needs a column \"text\" (or \"subject\" and \"body\") and a column \"label\" (or \"category\"); its first line has: {string.Join(", ", headers)}.");
        }

        var groups = KnownGroups.Where(headers.Contains).ToList();
        var cases = new List<LabelledCase>();
        while (reader.Read())
        {
            var text = hasText ? LearningText.Of("", Field(reader, "text")) : LearningText.Of(headers.Contains("subject") ? Field(reader, "subject") : "", Field(reader, "body"));
            cases.Add(new(new LabelledText(text, [.. questions.Select(q => Field(reader, q))]), [.. groups.Select(g => Field(reader, g)).Where(g => g.Length > 0)]));
        }

        return new(questions, cases);
    }

    private static string Field(CsvReader reader, string name) => reader.GetField(name)?.Trim() ?? "";
}

/// <summary>A text, and the groups that it is measured in.</summary>
internal sealed record LabelledCase(LabelledText Text, IReadOnlyList<string> Groups);
