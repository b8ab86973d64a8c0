using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Settings;

/// <summary>Fills the settings from flat configuration; a number that is none becomes one that no rule allows, so that all faults are told at once.</summary>
public sealed class SettingsBinding(IConfiguration configuration) : IConfigureOptions<MailroomSettings>
{
    private static readonly PropertyInfo[] Properties = typeof(MailroomSettings).GetProperties();

    /// <inheritdoc/>
    public void Configure(MailroomSettings options)
    {
        foreach (var property in Properties)
        {
            if (configuration[property.Name] is { } text)
            {
                property.SetValue(options, property.PropertyType == typeof(int) ? (object)Number(text) : text.Trim());
            }
        }
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MinValue;
}
