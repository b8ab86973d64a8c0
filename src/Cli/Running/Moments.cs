using System.CommandLine;
using System.Globalization;

namespace Mailroom.Cli.Running;

/// <summary>Options that are moments.</summary>
internal static class Moments
{
    /// <summary>An option of that name; a moment without an offset is taken as UTC.</summary>
    internal static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return at;
            }

            result.AddError($"{name} is \"{result.Tokens[0].Value}\"; give a moment like 2026-11-20T09:00:00+08:00.");
            return null;
        },
    };
}
