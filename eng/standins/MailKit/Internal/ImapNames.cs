using System.Text;

namespace MailKit.Internal;

/// <summary>Folder names on the wire: modified UTF-7 (RFC 3501 5.1.3), and strings in quotes.</summary>
internal static class ImapNames
{
    public static string Encode(string name)
    {
        var output = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                output.Append(name[i] == '&' ? "&-" : name[i]);
                continue;
            }

            var start = i;
            while (i + 1 < name.Length && name[i + 1] is not (>= ' ' and <= '~'))
            {
                i++;
            }

            var base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[start..(i + 1)]));
            output.Append('&').Append(base64.TrimEnd('=').Replace('/', ',')).Append('-');
        }

        return output.ToString();
    }

    public static string Quote(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
