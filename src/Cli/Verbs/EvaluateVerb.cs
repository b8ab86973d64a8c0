using System.CommandLine;
using Mailroom.Cli.Running;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Cli.Verbs;

/// <summary>Measures a model on labelled texts.</summary>
internal static class EvaluateVerb
{
    private static readonly Argument<string> Source = new("CSV")
    {
        Description = "A CSV file with the columns text (or subject, body) and label (or category, priority), or a folder of training letters.",
    };

    private static readonly Option<string> Model = new("--model") { Description = "The model's file, as \"mailroom train\" wrote it.", Required = true };

    internal static Command Make() => new Command("evaluate", "Measures a model: accuracy, macro-F1, calibration.") { Source, Model }
        .Runs((line, output, _) =>
        {
            var (files, model) = (LabelledFiles.Read(line.GetValue(Source)!), ModelFiles.Read(line.GetValue(Model)!));
            foreach (var shape in Measured(files, model))
            {
                Show(output, shape);
            }

            return Task.FromResult(true);
        });

    private static IEnumerable<EvaluationShape> Measured(LabelledFiles files, TextModel model)
    {
        var asked = model.Heads.Select((h, i) => (Head: h.Name, Answer: i, Question: files.Questions.ToList().IndexOf(h.Name))).Where(a => a.Question >= 0).ToList();
        if (asked.Count == 0 || files.Cases.Count == 0)
        {
            throw new CliException($"The model answers {string.Join(", ", model.Heads.Select(h => h.Name))}; the texts tell {string.Join(", ", files.Questions)} ({files.Cases.Count} texts). There is nothing to compare.");
        }

        var answers = files.Cases.Select(c => (Case: c, Answers: model.Read(c.Text.Text))).ToList();
        foreach (var (head, answer, question) in asked)
        {
            var measured = answers.Select(a => (a.Case.Groups, Answer: new MeasuredAnswer(a.Case.Text.Labels[question], a.Answers[answer].Best, a.Answers[answer].Confidence))).ToList();
            yield return EvaluationShape.Of(head, "all", ModelMeasures.Of([.. measured.Select(m => m.Answer)]));
            foreach (var group in measured.SelectMany(m => m.Groups).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(50))
            {
                yield return EvaluationShape.Of(head, group, ModelMeasures.Of([.. measured.Where(m => m.Groups.Contains(group)).Select(m => m.Answer)]));
            }
        }
    }

    private static void Show(Output output, EvaluationShape shape)
    {
        if (output.IsJson || output.IsTool)
        {
            output.Line(shape);
            return;
        }

        var table = Grids.Facts($"{shape.Question}: {shape.Group}, {shape.Count}");
        table.Fact("accuracy", $"{shape.Accuracy:F4}");
        table.Fact("macro-F1", $"{shape.MacroF1:F4}");
        table.Fact("calibration error", $"{shape.CalibrationError:F4}");
        table.Fact("accuracy of the surest 90 %", $"{shape.AccuracyOfSurest:F4}");
        output.Screen.Write(table);
        if (shape.Labels.Count is > 0 and <= 100)
        {
            var labels = Grids.Of("label", "texts", "precision", "recall", "F1");
            foreach (var label in shape.Labels)
            {
                labels.Row(label.Label, $"{label.Count}", $"{label.Precision:F3}", $"{label.Recall:F3}", $"{label.F1:F3}");
            }

            output.Screen.Write(labels);
        }
    }

    private sealed record EvaluationShape(
        string Question, string Group, int Count, double Accuracy, double MacroF1, double CalibrationError, double AccuracyOfSurest, IReadOnlyList<LabelMeasures> Labels)
    {
        // The labels of a group are few texts each, and only noise.
        internal static EvaluationShape Of(string question, string group, ModelMeasures m) =>
            new(question, group, m.Count, Round(m.Accuracy), Round(m.MacroF1), Round(m.CalibrationError), Round(m.AccuracyOfSurest), group == "all" ? m.Labels : []);

        private static double Round(double figure) => Math.Round(figure, 4);
    }
}
