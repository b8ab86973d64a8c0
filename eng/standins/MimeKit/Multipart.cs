using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MimeKit.Internal;
using MimeKit.Text;

namespace MimeKit;

/// <summary>A part made of parts (RFC 2046 5.1).</summary>
public class Multipart : MimeEntity, IList<MimeEntity>
{
    private readonly List<MimeEntity> _children = [];

    public Multipart(string subtype)
        : base(new ContentType("multipart", subtype)) =>
        Boundary = "=-" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(15)).Replace('/', '_').Replace('+', '-') + "==";

    public Multipart()
        : this("mixed")
    {
    }

    internal Multipart(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public string? Boundary
    {
        get => ContentType.Boundary;
        set => ContentType.Boundary = value;
    }

    public string? Preamble { get; set; }

    public string? Epilogue { get; set; }

    public int Count => _children.Count;

    public bool IsReadOnly => false;

    public MimeEntity this[int index]
    {
        get => _children[index];
        set => _children[index] = value;
    }

    public void Add(MimeEntity entity) => _children.Add(entity);

    public void Clear() => _children.Clear();

    public bool Contains(MimeEntity entity) => _children.Contains(entity);

    public void CopyTo(MimeEntity[] array, int arrayIndex) => _children.CopyTo(array, arrayIndex);

    public bool Remove(MimeEntity entity) => _children.Remove(entity);

    public int IndexOf(MimeEntity entity) => _children.IndexOf(entity);

    public void Insert(int index, MimeEntity entity) => _children.Insert(index, entity);

    public void RemoveAt(int index) => _children.RemoveAt(index);

    public IEnumerator<MimeEntity> GetEnumerator() => _children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The preferred text of a format.</summary>
    public virtual bool TryGetValue(TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        body = Count > 0 ? Find(this[0], format) : null;
        return body is not null;
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        foreach (var child in _children)
        {
            child.Prepare(constraint, maxLineLength);
        }
    }

    internal override void WriteContent(EntityWriter writer)
    {
        if (Preamble is not null)
        {
            writer.Line(Preamble);
        }

        foreach (var child in _children)
        {
            writer.Line("--" + Boundary);
            writer.Headers(child.Headers);
            writer.Line("");
            child.WriteContent(writer);
            writer.EndLine();
        }

        writer.Line("--" + Boundary + "--");
        if (Epilogue is not null)
        {
            writer.Line(Epilogue);
        }
    }

    internal static TextPart? Find(MimeEntity entity, TextFormat format) => entity switch
    {
        TextPart text when !text.IsAttachment && (format == TextFormat.Html ? text.IsHtml : text.IsPlain) => text,
        Multipart multipart when multipart.TryGetValue(format, out var body) => body,
        _ => null,
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _children.ForEach(c => c.Dispose());
        }

        base.Dispose(disposing);
    }
}

/// <summary>The same content in several forms, the best last.</summary>
public class MultipartAlternative : Multipart
{
    public MultipartAlternative()
        : base("alternative")
    {
    }

    internal MultipartAlternative(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public string? TextBody => TryGetValue(TextFormat.Plain, out var body) ? body.Text : null;

    public string? HtmlBody => TryGetValue(TextFormat.Html, out var body) ? body.Text : null;

    public override bool TryGetValue(TextFormat format, [NotNullWhen(true)] out TextPart? body)
    {
        body = this.Reverse().Select(child => Find(child, format)).FirstOrDefault(found => found is not null);
        return body is not null;
    }
}

/// <summary>A page with what it shows.</summary>
public class MultipartRelated : Multipart
{
    public MultipartRelated()
        : base("related")
    {
    }

    internal MultipartRelated(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }
}

/// <summary>A machine's report (RFC 6522).</summary>
public class MultipartReport : Multipart
{
    public MultipartReport(string reportType)
        : base("report") => ReportType = reportType;

    internal MultipartReport(HeaderList headers, ContentType contentType)
        : base(headers, contentType)
    {
    }

    public string? ReportType
    {
        get => ContentType.Parameters["report-type"]?.Trim();
        set => ContentType.Parameters["report-type"] = value;
    }
}
