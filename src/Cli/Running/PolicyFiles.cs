using System.CommandLine;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;

namespace Mailroom.Cli.Running;

/// <summary>The policy that a verb works by.</summary>
internal static class PolicyFiles
{
    /// <summary>The policy beside the program.</summary>
    internal static string Usual { get; } = Path.Combine(AppContext.BaseDirectory, "Policy", "policy.yaml");

    /// <summary>Which policy file.</summary>
    internal static Option<string> Option { get; } = new("--policy")
    {
        Description = "The policy file; the one beside the program when left out.",
        DefaultValueFactory = _ => Usual,
    };

    /// <summary>Reads the one that a command line means; its faults end the verb.</summary>
    internal static SupportPolicy Read(ParseResult line) => Read(line.GetValue(Option)!);

    /// <summary>Reads one; its faults end the verb.</summary>
    internal static SupportPolicy Read(string file) => Told(() => PolicyReader.Read(file));

    /// <summary>Does something with a policy; its faults end the verb.</summary>
    internal static SupportPolicy Told(Func<SupportPolicy> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is PolicyException or IOException)
        {
            throw new CliException(e.Message, e);
        }
    }
}
