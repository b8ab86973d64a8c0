using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Names of attached files, fit to be shown: no path, no characters that turn the name around.</summary>
internal static class FileNames
{
    /// <summary>The name of a part; empty when it has none.</summary>
    public static string Of(MimeEntity part)
    {
        var name = (part.ContentDisposition?.FileName is { Length: > 0 } given ? given : part.ContentType.Name) ?? "";
        var line = PlainText.Line(name, 4 * ReadBounds.FileName);
        line = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        line = string.Concat(line.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F')));
        return line.Length <= ReadBounds.FileName ? line : Shorter(line);
    }

    private static string Shorter(string name)
    {
        var extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        return name[..(ReadBounds.FileName - extension.Length)] + extension;
    }
}
