using System.CommandLine;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;

namespace Mailroom.Cli.Running;

/// <summary>The policy that a verb works by.</summary>
internal static class PolicyFiles
{
    /// <summary>Which policy file.</summary>
    internal static Option<string> Option { get; } = new("--policy")
    {
        Description = "The policy file; the one beside the program when left out.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Policy", "policy.yaml"),
    };

    /// <summary>Reads it; its faults end the verb.</summary>
    internal static SupportPolicy Read(ParseResult line)
    {
        try
        {
            return PolicyReader.Read(line.GetValue(Option)!);
        }
        catch (Exception e) when (e is PolicyException or IOException)
        {
            throw new CliException(e.Message, e);
        }
    }
}
