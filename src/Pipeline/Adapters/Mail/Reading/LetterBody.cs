using System.Security.Cryptography;
using Mailroom.Core.Mail;
using MimeKit;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Walks the parts of a mail: what is read, what is attached.</summary>
/// <param name="repairs">Takes notes of what had to be guessed.</param>
/// <param name="patience">Ends when the time for this mail is over; asked at each part.</param>
internal sealed class LetterBody(ICollection<string> repairs, CancellationToken patience)
{
    private readonly List<Attachment> _attachments = [];
    private readonly List<Passage> _otherwise = [];
    private int _parts;

    /// <summary>The attached files.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>True when there was HTML to read.</summary>
    public bool HasHtml { get; private set; }

    /// <summary>The bound beyond which parts were not opened; null when all were.</summary>
    public PassedBound? Passed { get; private set; }

    /// <summary>The readable text of a mail's body.</summary>
    public string Read(MimeEntity? body)
    {
        var texts = new List<Passage>();
        if (body is not null)
        {
            Walk(body, texts, new Place(null, 0, false, false));
        }

        var text = Joined(texts);
        return text.Length > 0 ? text : Joined(_otherwise);
    }

    private void Walk(MimeEntity entity, List<Passage> texts, Place place)
    {
        patience.ThrowIfCancellationRequested();
        if (++_parts > ReadBounds.Parts)
        {
            Passed ??= new PassedBound(MailBound.Parts, 0, ReadBounds.Parts);
            Note($"Only the first {ReadBounds.Parts} parts were opened.");
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                WalkParts(multipart, texts, new Place(multipart.ContentType.Charset ?? place.Charset, place.Depth + 1, place.Related, place.Choice));
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
            texts.Add(Choice(multipart, place with { Choice = true }));
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
        var name = FileNames.Of(part);
        var isHtml = type.IsMimeType("text", "html");
        var isText = isHtml || type.IsMimeType("text", "plain");
        if (type.IsMimeType("multipart", "*"))
        {
            // The parser goes no deeper, and gives what lies there as one part.
            Passed ??= new PassedBound(MailBound.Depth, 0, ReadBounds.Depth);
            Note($"Parts more than {ReadBounds.Depth} deep were not opened.");
        }

        if (PartKinds.IsTnef(type, name) && Unpacked(part))
        {
            return;
        }

        if (isText && !part.IsAttachment && (name.Length == 0 || texts.Count == 0))
        {
            texts.Add(Text(part, place));
            HasHtml |= isHtml;
        }
        else if (type.IsMimeType("text", "*") && !part.IsAttachment && !isText && !type.IsMimeType("text", "calendar"))
        {
            _otherwise.Add(Text(part, place));
            if (place.Choice && name.Length == 0)
            {
                return;
            }
        }

        if (PartKinds.Remark(type) is { } remark)
        {
            Note(remark);
        }

        if ((!isText || part.IsAttachment || name.Length > 0) && !PartKinds.IsReport(type))
        {
            var inline = !part.IsAttachment && (place.Related || part.ContentId is not null || part.ContentDisposition is not null);
            AddAttachment(name, type.MimeType, PartBytes.Of(part), inline);
        }
    }

    private Passage Text(MimePart part, Place place)
    {
        var type = part.ContentType;
        var text = MailCharsets.Decode(PartBytes.Of(part), type.Charset ?? place.Charset, repairs);
        if (type.IsMimeType("text", "html"))
        {
            return new Passage(null, text);
        }

        if (text.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))
        {
            Note("The text is encrypted (PGP) and cannot be read.");
        }

        var (without, files) = UuFiles.TakeOut(text, ReadBounds.Attachments);
        foreach (var (name, bytes) in files)
        {
            Note("Files stood uuencoded in the text; they are listed as attachments.");
            AddAttachment(FileNames.Shown(name), "application/octet-stream", bytes, inline: false);
        }

        var flowed = string.Equals(Parameters.Of(part, "Content-Type").Text("format"), "flowed", StringComparison.OrdinalIgnoreCase);
        var deletesBlank = string.Equals(Parameters.Of(part, "Content-Type").Text("delsp"), "yes", StringComparison.OrdinalIgnoreCase);
        return new Passage(flowed ? Flowed.Join(without, deletesBlank) : without, null);
    }

    /// <summary>Lists what lies in a winmail.dat; false when it is not to be opened.</summary>
    private bool Unpacked(MimePart part)
    {
        if (Tnef.Read(PartBytes.Of(part)) is not { } tnef)
        {
            return false;
        }

        Note("The mail was packed by Outlook (winmail.dat); what lay in it is listed.");
        _otherwise.Add(new Passage(tnef.Plain, tnef.Html.Length > 0 ? tnef.Html : null));
        foreach (var (name, bytes) in tnef.Files.Where(f => f.Bytes.Length > 0))
        {
            AddAttachment(FileNames.Shown(name), "application/octet-stream", bytes, inline: false);
        }

        return tnef.Files.Count > 0;
    }

    private void AddMail(MessagePart part)
    {
        if (part.Message is { } message && !part.ContentType.IsMimeType("text", "*"))
        {
            using var memory = new MemoryStream();
            message.WriteTo(memory);
            AddAttachment(FileNames.Of(part), part.ContentType.MimeType, memory.ToArray(), inline: false);
        }
    }

    private void AddAttachment(string name, string mimeType, byte[] bytes, bool inline)
    {
        if (_attachments.Count == ReadBounds.Attachments)
        {
            Note("Attachments beyond the bound of number are not listed.");
            return;
        }

        var type = PlainText.Line(mimeType, 128).ToLowerInvariant();
        _attachments.Add(new Attachment(name, type, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), inline));
    }

    private static string Joined(IEnumerable<Passage> passages) => string.Join('\n', passages.Select(Text).Where(t => t.Trim().Length > 0));

    private static string Text(Passage passage) =>
        passage.Html is null || !(string.IsNullOrWhiteSpace(passage.Plain) || Placeholder.IsMatch(passage.Plain)) ? passage.Plain ?? "" : HtmlText.Of(passage.Html);

    private void Note(string repair)
    {
        if (!repairs.Contains(repair))
        {
            repairs.Add(repair);
        }
    }

    private readonly record struct Passage(string? Plain, string? Html);

    private readonly record struct Place(string? Charset, int Depth, bool Related, bool Choice);
}
