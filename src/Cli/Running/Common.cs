using System.CommandLine;

namespace Mailroom.Cli.Running;

/// <summary>What verbs share: their options, and how they run.</summary>
internal static class Common
{
    private const int NotDone = 1;

    /// <summary>JSON for tools.</summary>
    internal static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON object per line on standard output, and nothing else there.",
        Recursive = true,
    };

    /// <summary>Where the pipeline listens.</summary>
    internal static Option<Uri> Url { get; } = new("--url")
    {
        Description = "Where the pipeline listens; http://127.0.0.1:7071 when left out.",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:7071"),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }

            result.AddError($"--url is \"{result.Tokens[0].Value}\"; give the whole address, for example http://127.0.0.1:7071.");
            return null;
        },
    };

    /// <summary>The function key.</summary>
    internal static Option<string?> Key { get; } = new("--key")
    {
        Description = "The function key; when left out, MAILROOM_KEY or the key of the LocalHost in this clone.",
    };

    /// <summary>File names; what looks like an option and is none is a mistake, not a file.</summary>
    internal static Argument<string[]> Files(string description, ArgumentArity arity)
    {
        var files = new Argument<string[]>("FILE") { Description = description, Arity = arity };
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
            {
                result.AddError($"There is no option {token.Value}; a file of that name is ./{token.Value}.");
            }
        });
        return files;
    }

    /// <summary>Gives a verb its action; a failure that has a sentence ends with that sentence and 1.</summary>
    internal static Command Runs(this Command verb, Func<ParseResult, Output, CancellationToken, Task<bool>> action)
    {
        verb.SetAction(async (line, cancellation) =>
        {
            var output = new Output(line.InvocationConfiguration, line.GetValue(Json));
            try
            {
                return await action(line, output, cancellation) ? 0 : NotDone;
            }
            catch (CliException e)
            {
                output.Complain(e.Message);
                return NotDone;
            }
        });
        return verb;
    }

    /// <summary>The running pipeline that a command line means.</summary>
    internal static HostClient Host(ParseResult line) => new(line.GetValue(Url)!, LocalKey.Find(line.GetValue(Key)));
}
