using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;

namespace Mailroom.LocalHost.Demo;

/// <summary>One of our mails as it lies in the out folder.</summary>
/// <param name="File">The file.</param>
/// <param name="MessageId">Its Message-ID, without angle brackets.</param>
/// <param name="ReplyTo">Where an answer goes.</param>
/// <param name="Subject">Its subject.</param>
internal sealed record SentMail(string File, string MessageId, string ReplyTo, string Subject);

/// <summary>Reads the out folder; each file once.</summary>
internal sealed class OutFolder(string folder, int maxBytes)
{
    private readonly Dictionary<string, SentMail> _known = new(StringComparer.Ordinal);

    /// <summary>The mails that lie there now, by Message-ID.</summary>
    public IReadOnlyDictionary<string, SentMail> Read()
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories) : [];
        foreach (var file in files.Where(f => !_known.ContainsKey(f)))
        {
            if (LetterReader.Read(File.ReadAllBytes(file), maxBytes) is ReadMail.Readable { Letter: { MessageId: { } id } letter })
            {
                var answerTo = letter.ReplyTo.Concat(letter.From).FirstOrDefault()?.Address ?? "";
                _known[file] = new SentMail(file, id, answerTo, letter.Subject);
            }
        }

        return _known.Values.GroupBy(m => m.MessageId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }
}
