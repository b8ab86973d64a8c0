using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>Fills %Setting% in what a trigger's attribute says.</summary>
internal static partial class SettingNames
{
    /// <summary>The text with its settings; a missing one is added to the faults and left standing.</summary>
    public static string Fill(string text, string function, IConfiguration settings, List<string> faults) =>
        Name().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (settings[name] is { Length: > 0 } value)
            {
                return value;
            }

            faults.Add($"Function '{function}' needs the setting '{name}', which is missing.");
            return match.Value;
        });

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
