using System.CommandLine;
using Mailroom.Core.Understanding.Learning;
using Mailroom.Pipeline.Settings;

namespace Mailroom.Cli.Running;

/// <summary>The model that a verb works by.</summary>
internal static class ModelFiles
{
    /// <summary>Which model file.</summary>
    internal static Option<string?> Option { get; } = new("--model")
    {
        Description = "The model's file; the one beside the policy when left out, and the policy's signals alone when there is none.",
    };

    private static string Beside => Path.Combine(AppContext.BaseDirectory, "Policy", ModelSource.FileName);

    /// <summary>Reads it; a fault ends the verb. Null when there is none beside the program: the policy's signals decide alone then.</summary>
    internal static TextModel? Read(ParseResult line) => line.GetValue(Option) is { } given ? Read(given) : File.Exists(Beside) ? Read(Beside) : null;

    /// <summary>Reads a file.</summary>
    internal static TextModel Read(string path)
    {
        try
        {
            return ModelFile.Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CliException(e.Message, e);
        }
    }
}
