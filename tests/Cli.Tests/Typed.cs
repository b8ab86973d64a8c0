using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;

namespace Mailroom.Cli.Tests;

/// <summary>What a command line, typed in a test, said.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Typed(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as one JSON object per line.</summary>
    internal IReadOnlyList<JsonElement> Lines =>
        [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];

    /// <summary>Runs a command line.</summary>
    internal static async Task<Typed> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await MailroomCommand.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }
}
