using System.Runtime.CompilerServices;

namespace Mailroom.Cli.Running;

/// <summary>Lines of JSON to work on: from files, or from standard input.</summary>
internal static class JsonLines
{
    /// <summary>Every line that is not blank, with its number in its file.</summary>
    internal static async IAsyncEnumerable<(int Number, string Text)> ReadAsync(
        string[] files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var reader in files.Length == 0 ? [Console.In] : files.Select(Open))
        {
            using (reader)
            {
                for (var number = 1; await reader.ReadLineAsync(cancellation) is { } text; number++)
                {
                    if (!string.IsNullOrWhiteSpace(text))
                    {
                        yield return (number, text);
                    }
                }
            }
        }
    }

    private static TextReader Open(string file)
    {
        try
        {
            return new StreamReader(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(e.Message, e);
        }
    }
}
