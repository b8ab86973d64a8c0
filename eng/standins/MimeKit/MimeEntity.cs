using MimeKit.Internal;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>A part of a mail: a leaf, several parts, or a mail.</summary>
public abstract class MimeEntity : IDisposable
{
    private ContentDisposition? _disposition;
    private bool _ownChange;

    protected MimeEntity(ContentType contentType)
    {
        ContentType = contentType;
        ContentType.Changed += OnContentTypeChanged;
        Headers = [];
        OnContentTypeChanged(this, EventArgs.Empty);
        Headers.Changed += OnHeadersChanged;
    }

    private protected MimeEntity(HeaderList headers, ContentType contentType)
    {
        ContentType = contentType;
        ContentType.Changed += OnContentTypeChanged;
        Headers = headers;
        if (headers.Find(HeaderId.ContentDisposition) is { } header &&
            ContentDisposition.TryParse(header.Options, header.Latin1, out _disposition))
        {
            _disposition.Changed += OnDispositionChanged;
        }

        Headers.Changed += OnHeadersChanged;
    }

    public HeaderList Headers { get; }

    public ContentType ContentType { get; private set; }

    public ContentDisposition? ContentDisposition
    {
        get => _disposition;
        set
        {
            if (_disposition is not null)
            {
                _disposition.Changed -= OnDispositionChanged;
            }

            _disposition = value;
            if (value is null)
            {
                Headers.RemoveAll(HeaderId.ContentDisposition);
                return;
            }

            value.Changed += OnDispositionChanged;
            OnDispositionChanged(this, EventArgs.Empty);
        }
    }

    public string? ContentId
    {
        get => Headers[HeaderId.ContentId] is { } value ? MimeUtils.ParseMessageId(value) : null;
        set => Headers[HeaderId.ContentId] = value is null ? null : $"<{value}>";
    }

    public Uri? ContentLocation
    {
        get => Uri.TryCreate(Headers[HeaderId.ContentLocation], UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
        set => Headers[HeaderId.ContentLocation] = value?.ToString();
    }

    public bool IsAttachment
    {
        get => _disposition?.IsAttachment == true;
        set
        {
            if (_disposition is not null)
            {
                _disposition.IsAttachment = value;
            }
            else if (value)
            {
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment);
            }
        }
    }

    public abstract void Prepare(EncodingConstraint constraint, int maxLineLength = 78);

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(FormatOptions.Default, stream, false, cancellationToken);

    public void WriteTo(Stream stream, bool contentOnly, CancellationToken cancellationToken = default) =>
        WriteTo(FormatOptions.Default, stream, contentOnly, cancellationToken);

    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(options, stream, false, cancellationToken);

    public virtual void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        var writer = new EntityWriter(options, stream);
        if (!contentOnly)
        {
            writer.Headers(Headers);
            writer.Line("");
        }

        WriteContent(writer);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal abstract void WriteContent(EntityWriter writer);

    protected virtual void Dispose(bool disposing)
    {
    }

    private protected void SetHeader(HeaderId id, byte[]? raw)
    {
        _ownChange = true;
        if (raw is null)
        {
            Headers.RemoveAll(id);
        }
        else if (Headers.Find(id) is { } header)
        {
            header.SetRawValue(raw);
        }
        else
        {
            var name = id == HeaderId.ContentType ? "Content-Type" : HeaderNames.NameOf(id);
            Headers.Add(new Header(name, ""));
            Headers[^1].SetRawValue(raw);
        }

        _ownChange = false;
    }

    private protected virtual void OnHeadersChanged(object? sender, Header? header)
    {
        if (_ownChange || header is null)
        {
            return;
        }

        if (header.Id == HeaderId.ContentDisposition)
        {
            _disposition = ContentDisposition.TryParse(header.Options, header.Latin1, out var parsed) && Headers.Contains(header.Id) ? parsed : null;
        }
        else if (header.Id == HeaderId.ContentType && ContentType.TryParse(header.Options, header.Latin1, out var type))
        {
            ContentType.Changed -= OnContentTypeChanged;
            ContentType = type;
            ContentType.Changed += OnContentTypeChanged;
        }
    }

    private void OnContentTypeChanged(object? sender, EventArgs e) => SetHeader(HeaderId.ContentType, ContentType.Encode());

    private void OnDispositionChanged(object? sender, EventArgs e) => SetHeader(HeaderId.ContentDisposition, _disposition!.Encode());
}
