using System.Text;
using System.Text.RegularExpressions;

namespace Mailroom.LocalHost.Demo;

/// <summary>Fills into a sample reply what only our acknowledgement knows: its Message-ID and the address for answers.</summary>
internal static partial class Placeholders
{
    /// <summary>The letter with its placeholders filled; null with the first file whose acknowledgement is missing.</summary>
    /// <param name="raw">The letter; bytes outside ASCII stay as they are.</param>
    /// <param name="acknowledgementOf">The acknowledgement that answered a sample file; null when there is none.</param>
    public static (byte[]? Filled, string? Missing) Fill(byte[] raw, Func<string, SentMail?> acknowledgementOf)
    {
        string? missing = null;
        var filled = Placeholder().Replace(Encoding.Latin1.GetString(raw), match =>
        {
            var file = match.Groups["file"].Value;
            if (acknowledgementOf(file) is not { } mail)
            {
                missing ??= file;
                return match.Value;
            }

            return match.Groups["what"].Value == "ack-message-id" ? mail.MessageId : mail.ReplyTo;
        });
        return missing is null ? (Encoding.Latin1.GetBytes(filled), null) : (null, missing);
    }

    [GeneratedRegex(
        @"\{\{(?<what>ack-message-id|ack-reply-to):(?<file>[^{}\r\n]+)\}\}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
