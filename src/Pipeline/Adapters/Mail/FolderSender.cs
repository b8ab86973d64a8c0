using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>Writes each outgoing mail as a file named by its Message-ID; the same mail again overwrites itself.</summary>
public sealed class FolderSender(IOptions<MailroomSettings> settings, MailWriter writer) : IMailSender
{
    private const int LongestName = 200;

    /// <inheritdoc/>
    /// <remarks>The file's name is the Message-ID.</remarks>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = writer.Write(mail);
        var folder = Path.GetFullPath(settings.Value.OutFolder);
        var path = Path.Combine(folder, FileName(mail.MessageId));
        try
        {
            Directory.CreateDirectory(folder);

            // Whoever watches the folder for .eml files sees a mail whole or not at all.
            var unfinished = $"{path}.{Guid.CreateVersion7():N}.tmp";
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                var format = FormatOptions.Default.Clone();
                format.NewLineFormat = NewLineFormat.Dos;
                await message.WriteToAsync(format, stream, cancellation);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailSendException(FailureKind.Unreachable, $"The folder {folder} took no file: {e.Message}", e);
        }
    }

    /// <summary>A Message-ID as a file name.</summary>
    internal static string FileName(string messageId)
    {
        var safe = string.Concat(messageId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '+' ? c : '_'));
        return safe[..Math.Min(safe.Length, LongestName)].TrimStart('.') + ".eml";
    }
}
