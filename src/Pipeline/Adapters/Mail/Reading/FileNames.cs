using System.Text.RegularExpressions;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Names of attached files, fit to be shown: no path, no characters that turn the name around.</summary>
internal static partial class FileNames
{
    /// <summary>The name of a part; empty when it has none.</summary>
    public static string Of(MimeEntity part)
    {
        var given = Parameters.Of(part, "Content-Disposition").Text("filename");
        if (given.Trim().Length == 0 || IsBroken(given))
        {
            var name = Parameters.Of(part, "Content-Type").Text("name");
            given = name.Trim().Length > 0 && !IsBroken(name) ? name : given.Trim().Length > 0 ? given : name;
        }

        return Shown(given);
    }

    /// <summary>A name as it may be shown.</summary>
    public static string Shown(string given)
    {
        var line = PlainText.Line(given, 4 * ReadBounds.FileName);
        line = WindowsPath().IsMatch(line) ? line[(line.LastIndexOf('\\') + 1)..] : line;
        line = string.Concat(line.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F')));
        line = line.Replace('/', '_').Replace('\\', '_').Trim();
        return line.Length <= ReadBounds.FileName ? line : Shorter(line);
    }

    /// <summary>What a client leaves of characters that its charset lacks.</summary>
    private static bool IsBroken(string name) => name.Contains('\uFFFD', StringComparison.Ordinal) || name.Contains("???", StringComparison.Ordinal);

    private static string Shorter(string name)
    {
        var extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        return name[..(ReadBounds.FileName - extension.Length)] + extension;
    }

    [GeneratedRegex(@"^([A-Za-z]:|\\)\\", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WindowsPath();
}
