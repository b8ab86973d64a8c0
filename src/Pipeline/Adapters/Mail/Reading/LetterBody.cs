using System.Security.Cryptography;
using Mailroom.Core.Mail;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Walks the parts of a mail: what is read, what is attached.</summary>
/// <param name="repairs">Takes notes of what had to be guessed.</param>
internal sealed class LetterBody(ICollection<string> repairs)
{
    private readonly List<Attachment> _attachments = [];
    private int _parts;

    /// <summary>The attached files.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>True when there was HTML to read.</summary>
    public bool HasHtml { get; private set; }

    /// <summary>The readable text of a mail's body.</summary>
    public string Read(MimeEntity? body)
    {
        var texts = new List<Passage>();
        if (body is not null)
        {
            Walk(body, texts, new Place(null, 0, false));
        }

        return string.Join('\n', texts.Select(Text).Where(t => t.Trim().Length > 0));
    }

    private void Walk(MimeEntity entity, List<Passage> texts, Place place)
    {
        if (++_parts > ReadBounds.Parts || place.Depth > ReadBounds.Depth)
        {
            Note("Parts beyond the bound of number or depth were not read.");
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                WalkParts(multipart, texts, new Place(multipart.ContentType.Charset ?? place.Charset, place.Depth + 1, place.Related));
                break;
            case MessagePart attached:
                AddMail(attached);
                break;
            case MimePart part:
                WalkLeaf(part, texts, place);
                break;
            default:
                break;
        }
    }

    private void WalkParts(Multipart multipart, List<Passage> texts, Place place)
    {
        if (multipart.Count == 0 && BoundaryRepair.Reread(multipart) is { } reread)
        {
            Note("The boundary between the parts is not the declared one.");
            multipart = reread;
        }

        if (multipart.Count == 0)
        {
            texts.Add(new Passage(multipart.Preamble ?? "", null));
        }
        else if (multipart.ContentType.IsMimeType("multipart", "alternative"))
        {
            texts.Add(Choice(multipart, place));
        }
        else
        {
            Each(multipart, texts, place with { Related = place.Related || multipart.ContentType.IsMimeType("multipart", "related") });
        }
    }

    /// <summary>The first alternative with plain text, and the first with HTML.</summary>
    private Passage Choice(Multipart alternatives, Place place)
    {
        var (plain, html) = ((string?)null, (string?)null);
        foreach (var alternative in alternatives)
        {
            var passages = new List<Passage>();
            Walk(alternative, passages, place);
            plain ??= Joined(passages.Select(p => p.Plain));
            html ??= Joined(passages.Select(p => p.Html));
        }

        return new Passage(plain, html);
    }

    private static string? Joined(IEnumerable<string?> pieces) =>
        string.Join('\n', pieces.Where(p => !string.IsNullOrWhiteSpace(p))) is { Length: > 0 } text ? text : null;

    private void Each(Multipart multipart, List<Passage> texts, Place place)
    {
        foreach (var child in multipart)
        {
            Walk(child, texts, place);
        }
    }

    private void WalkLeaf(MimePart part, List<Passage> texts, Place place)
    {
        var type = part.ContentType;
        var isHtml = type.IsMimeType("text", "html");
        var isText = isHtml || type.IsMimeType("text", "plain") || (texts.Count == 0 && type.IsMimeType("text", "*") && !type.IsMimeType("text", "calendar"));
        var named = FileNames.Of(part).Length > 0;
        if (isText && !part.IsAttachment && (!named || texts.Count == 0))
        {
            var text = MailCharsets.Decode(PartBytes.Of(part), type.Charset ?? place.Charset, repairs);
            HasHtml |= isHtml;
            texts.Add(isHtml ? new Passage(null, text) : new Passage(text, null));
        }

        if ((!isText || part.IsAttachment || named) && !IsReportPart(type))
        {
            var inline = !part.IsAttachment && (place.Related || part.ContentId is not null || part.ContentDisposition is not null);
            AddAttachment(part, PartBytes.Of(part), inline);
        }
    }

    private static bool IsReportPart(ContentType type) => type.IsMimeType("message", "*") || type.IsMimeType("text", "rfc822-headers");

    private void AddMail(MessagePart part)
    {
        if (part.Message is { } message && !part.ContentType.IsMimeType("text", "*"))
        {
            using var memory = new MemoryStream();
            message.WriteTo(memory);
            AddAttachment(part, memory.ToArray(), inline: false);
        }
    }

    private void AddAttachment(MimeEntity part, byte[] bytes, bool inline)
    {
        if (_attachments.Count == ReadBounds.Attachments)
        {
            Note("Attachments beyond the bound of number are not listed.");
            return;
        }

        var type = PlainText.Line(part.ContentType.MimeType, 128).ToLowerInvariant();
        _attachments.Add(new Attachment(FileNames.Of(part), type, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), inline));
    }

    private static string Text(Passage passage) =>
        !string.IsNullOrWhiteSpace(passage.Plain) || passage.Html is null ? passage.Plain ?? "" : HtmlText.Of(passage.Html);

    private void Note(string repair)
    {
        if (!repairs.Contains(repair))
        {
            repairs.Add(repair);
        }
    }

    private readonly record struct Passage(string? Plain, string? Html);

    private readonly record struct Place(string? Charset, int Depth, bool Related);
}
