using System.CommandLine;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Cli.Running;

/// <summary>The model that a verb works by.</summary>
internal static class ModelFiles
{
    /// <summary>Which model file.</summary>
    internal static Option<string> Option { get; } = new("--model")
    {
        Description = "The model's file; the one beside the program when left out.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Policy", "letters.model"),
    };

    /// <summary>Reads it; a fault ends the verb.</summary>
    internal static TextModel Read(ParseResult line) => Read(line.GetValue(Option)!);

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
