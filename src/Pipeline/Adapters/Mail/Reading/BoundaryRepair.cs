using System.Text;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Finds the parts of a multipart whose declared boundary is missing or another.</summary>
internal static class BoundaryRepair
{
    private const int MaxBoundary = 200;

    /// <summary>The same content read with the boundary that it seems to use; null when it seems to use none.</summary>
    public static Multipart? Reread(Multipart multipart)
    {
        using var content = new MemoryStream();
        multipart.WriteTo(FormatOptions.Default, content, contentOnly: true);
        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        if (Boundary(bytes.Span, multipart.Boundary) is not { } boundary)
        {
            return null;
        }

        using var mail = new MemoryStream();
        mail.Write(Encoding.ASCII.GetBytes($"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\n\n"));
        mail.Write(bytes.Span);
        mail.Position = 0;
        return MimeMessage.Load(mail).Body as Multipart is { Count: > 0 } found ? found : null;
    }

    /// <summary>A line "--name" with a header field below it.</summary>
    private static string? Boundary(ReadOnlySpan<byte> content, string? declared)
    {
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).TrimEnd(" \t\r"u8);
            content = end < 0 ? [] : content[(end + 1)..];
            if (line.Length is > 2 and < MaxBoundary && line.StartsWith("--"u8) && content.StartsWith("Content-"u8) &&
                !line.ContainsAnyExceptInRange((byte)33, (byte)126) && !line.Contains((byte)'"') && !line.Contains((byte)'\\'))
            {
                var name = Encoding.ASCII.GetString(line[2..]);
                return name == declared ? null : name;
            }
        }

        return null;
    }
}
