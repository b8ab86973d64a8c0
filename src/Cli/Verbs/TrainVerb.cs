using System.CommandLine;
using Mailroom.Cli.Running;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Cli.Verbs;

/// <summary>Trains a model on labelled texts, whatever their labels are.</summary>
internal static class TrainVerb
{
    private static readonly Argument<string> Source = new("CSV")
    {
        Description = "A CSV file with the columns text (or subject, body) and label (or category, priority), or a folder of training letters.",
    };

    private static readonly Option<string> Out = new("--out") { Description = "The file that the model goes to.", Required = true };

    internal static Command Make() => new Command("train", "Trains a model on labelled texts.") { Source, Out }
        .Runs((line, output, _) =>
        {
            var files = LabelledFiles.Read(line.GetValue(Source)!);
            var (model, path) = (Trained(files), line.GetValue(Out)!);
            var bytes = ModelFile.Write(model);
            Save(path, bytes);
            var made = new TrainedShape(path, files.Cases.Count, bytes.Length, [.. model.Heads.Select(h => new TrainedHeadShape(h.Name, h.Labels.Count))]);
            if (output.IsJson || output.IsTool)
            {
                output.Line(made);
                return Task.FromResult(true);
            }

            var table = Grids.Facts(path);
            table.Fact("texts", $"{made.Texts}");
            table.Fact("answers", string.Join(", ", made.Answers.Select(a => $"{a.Name} ({a.Labels} labels)")));
            table.Fact("size", $"{made.Bytes / 1e6:F1} MB");
            output.Screen.Write(table);
            return Task.FromResult(true);
        });

    private static TextModel Trained(LabelledFiles files)
    {
        try
        {
            return ModelTrainer.Train(files.Questions, files.Texts);
        }
        catch (ArgumentException e)
        {
            throw new CliException(e.Message.Split(" (Parameter", 2)[0], e);
        }
    }

    // Whole or not at all: who reads the file meanwhile has the old model.
    private static void Save(string path, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(path + ".new", bytes);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(e.Message, e);
        }
    }

    private sealed record TrainedShape(string File, int Texts, int Bytes, IReadOnlyList<TrainedHeadShape> Answers);

    private sealed record TrainedHeadShape(string Name, int Labels);
}
