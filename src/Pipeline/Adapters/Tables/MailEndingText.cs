using System.Text.Json;
using Mailroom.Core.Intake;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Endings as rows and tools show them: "ticket", "too-large".</summary>
public static class MailEndingText
{
    private static readonly Dictionary<string, MailEnding> ByText =
        Enum.GetValues<MailEnding>().ToDictionary(ToText, StringComparer.Ordinal);

    /// <summary>The ending in lower-case kebab.</summary>
    public static string ToText(this MailEnding ending) => JsonNamingPolicy.KebabCaseLower.ConvertName(ending.ToString());

    /// <summary>The ending of a text; null when there is none.</summary>
    public static MailEnding? Parse(string? text) => text is not null && ByText.TryGetValue(text, out var ending) ? ending : null;
}
