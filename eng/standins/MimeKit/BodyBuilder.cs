using System.Collections;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>Puts text, HTML and files together.</summary>
public class BodyBuilder
{
    public string? TextBody { get; set; }

    public string? HtmlBody { get; set; }

    public AttachmentCollection Attachments { get; } = [];

    public MimeEntity ToMessageBody()
    {
        var text = TextBody is null ? null : new TextPart("plain") { Text = TextBody };
        var html = HtmlBody is null ? null : new TextPart("html") { Text = HtmlBody };
        MimeEntity body = (text, html) switch
        {
            ({ }, { }) => new MultipartAlternative { text, html },
            (null, { }) => html,
            _ => text ?? new TextPart("plain") { Text = "" },
        };
        if (Attachments.Count == 0)
        {
            return body;
        }

        var mixed = new Multipart("mixed") { body };
        foreach (var attachment in Attachments)
        {
            mixed.Add(attachment);
        }

        return mixed;
    }
}

/// <summary>The files of a mail.</summary>
public class AttachmentCollection : IList<MimeEntity>
{
    private readonly List<MimeEntity> _list = [];

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public MimeEntity this[int index]
    {
        get => _list[index];
        set => _list[index] = value;
    }

    public MimeEntity Add(string fileName, byte[] data, ContentType contentType)
    {
        var part = contentType.IsMimeType("text", "*") ? new TextPart(contentType.MediaSubtype) : new MimePart(contentType.MediaType, contentType.MediaSubtype);
        foreach (var parameter in contentType.Parameters)
        {
            part.ContentType.Parameters[parameter.Name] = parameter.Value;
        }

        part.IsAttachment = true;
        part.FileName = Path.GetFileName(fileName);
        part.Content = new MimeContent(new MemoryStream(data, 0, data.Length, false, true));
        part.ContentTransferEncoding = ContentEncoding.Base64;
        Add(part);
        return part;
    }

    public MimeEntity Add(string fileName, byte[] data) => Add(fileName, data, new ContentType("application", "octet-stream"));

    public void Add(MimeEntity attachment) => _list.Add(attachment);

    public void Clear() => _list.Clear();

    public bool Contains(MimeEntity attachment) => _list.Contains(attachment);

    public void CopyTo(MimeEntity[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public int IndexOf(MimeEntity attachment) => _list.IndexOf(attachment);

    public void Insert(int index, MimeEntity attachment) => _list.Insert(index, attachment);

    public bool Remove(MimeEntity attachment) => _list.Remove(attachment);

    public void RemoveAt(int index) => _list.RemoveAt(index);

    public IEnumerator<MimeEntity> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
