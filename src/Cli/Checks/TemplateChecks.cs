using Mailroom.Core.Effects;
using Mailroom.Pipeline.Settings;

namespace Mailroom.Cli.Checks;

/// <summary>Every kind of mail has its wording in both languages.</summary>
internal static class TemplateChecks
{
    private static readonly string[] Endings =
        ["zh.subject", "zh.text", "zh.html", "en.subject", "en.text", "en.html"];

    /// <summary>The templates beside a policy file.</summary>
    internal static CheckResult Run(MailroomSettings settings)
    {
        var folder = Path.Combine(Path.GetDirectoryName(PolicySource.PathOf(settings))!, "templates");
        var names = Enum.GetValues<OutgoingKind>()
            .SelectMany(k => Endings.Select(e => $"{k.ToString().ToLowerInvariant()}.{e}.hbs"))
            .ToList();
        var missing = names.Where(n => !File.Exists(Path.Combine(folder, n))).ToList();
        return missing.Count == 0
            ? new("templates", true, $"{names.Count} in {folder}")
            : new("templates", false, $"{folder} lacks {string.Join(", ", missing)}");
    }
}
