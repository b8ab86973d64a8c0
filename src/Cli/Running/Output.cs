using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Mailroom.Cli.Running;

/// <summary>Standard output for results, standard error for everything else.</summary>
internal sealed class Output
{
    // For a terminal or a file, never for a page: quotes and plus signs may stand as they are.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly InvocationConfiguration _streams;

    internal Output(InvocationConfiguration streams, bool json)
    {
        _streams = streams;
        IsJson = json;
        Screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(streams.Output),
            Ansi = IsTool ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = IsTool ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        Side = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Error) });
        if (IsTool)
        {
            // A file has no width: a table that is cut at 80 columns helps nobody.
            Screen.Profile.Width = 160;
        }
    }

    /// <summary>True when each result is one line of JSON.</summary>
    internal bool IsJson { get; }

    /// <summary>True when no person watches standard output.</summary>
    internal bool IsTool => _streams.Output != Console.Out || Console.IsOutputRedirected;

    /// <summary>Tables for people.</summary>
    internal IAnsiConsole Screen { get; }

    /// <summary>Progress, on standard error.</summary>
    internal IAnsiConsole Side { get; }

    /// <summary>Writes one result and flushes it, so that a crash costs no earlier one.</summary>
    internal void Line<T>(T result)
    {
        _streams.Output.Write(JsonSerializer.Serialize(result, Options) + "\n");
        _streams.Output.Flush();
    }

    /// <summary>Asks a person; no where nobody can be asked.</summary>
    internal bool Confirm(string question)
    {
        if (IsJson || IsTool || Console.IsInputRedirected)
        {
            return false;
        }

        _streams.Error.Write(string.Concat(question.Where(c => !char.IsControl(c))) + " [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>A sentence beside the results.</summary>
    internal void Note(string text) => _streams.Error.WriteLine(text);

    /// <summary>A sentence about what did not work.</summary>
    internal void Complain(string text) => _streams.Error.WriteLine("mailroom: " + text);
}
