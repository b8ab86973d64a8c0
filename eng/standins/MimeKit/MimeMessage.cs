using System.Globalization;
using MimeKit.Internal;
using MimeKit.Text;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>A mail.</summary>
public class MimeMessage : IDisposable
{
    private readonly Dictionary<HeaderId, InternetAddressList> _addresses = [];
    private MessageIdList? _references;
    private bool _ownChange;

    public MimeMessage()
    {
        Headers = [];
        Headers.Changed += OnHeadersChanged;
        Headers[HeaderId.From] = "";
        Date = DateTimeOffset.Now;
        Subject = "";
        MessageId = MimeUtils.GenerateMessageId();
    }

    public MimeMessage(IEnumerable<InternetAddress> from, IEnumerable<InternetAddress> to, string subject, MimeEntity body)
        : this()
    {
        From.AddRange(from);
        To.AddRange(to);
        Subject = subject;
        Body = body;
    }

    internal MimeMessage(ParserOptions options, HeaderList headers, MimeEntity body)
    {
        Options = options;
        Headers = headers;
        Body = body;
        Headers.Changed += OnHeadersChanged;
    }

    public HeaderList Headers { get; }

    public InternetAddressList From => List(HeaderId.From);

    public InternetAddressList ReplyTo => List(HeaderId.ReplyTo);

    public InternetAddressList To => List(HeaderId.To);

    public InternetAddressList Cc => List(HeaderId.Cc);

    public InternetAddressList Bcc => List(HeaderId.Bcc);

    public MailboxAddress? Sender
    {
        get => List(HeaderId.Sender).Mailboxes.FirstOrDefault();
        set
        {
            List(HeaderId.Sender).Clear();
            if (value is not null)
            {
                List(HeaderId.Sender).Add(value);
            }
        }
    }

    public string? Subject
    {
        get => Headers[HeaderId.Subject];
        set => Headers[HeaderId.Subject] = value ?? "";
    }

    public DateTimeOffset Date
    {
        get => Headers.Find(HeaderId.Date) is { } header && DateParser.TryParse(Header.Unfold(header.Latin1), out var date)
            ? date
            : DateTimeOffset.MinValue;
        set => Headers[HeaderId.Date] = value.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) +
            value.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }

    public MessageIdList References
    {
        get
        {
            if (_references is null)
            {
                _references = [];
                if (Headers.Find(HeaderId.References) is { } header)
                {
                    _references.AddRange(MimeUtils.EnumerateReferences(header.Latin1));
                }

                _references.Changed += OnReferencesChanged;
            }

            return _references;
        }
    }

    public string? InReplyTo
    {
        get => Headers.Find(HeaderId.InReplyTo) is { } header ? MimeUtils.EnumerateReferences(header.Latin1).FirstOrDefault() : null;
        set => Headers[HeaderId.InReplyTo] = value is null ? null : Bracketed(value);
    }

    public string? MessageId
    {
        get => Headers.Find(HeaderId.MessageId) is { } header ? MimeUtils.ParseMessageId(header.Latin1) : null;
        set => Headers[HeaderId.MessageId] = value is null ? null : Bracketed(value);
    }

    public MimeEntity? Body { get; set; }

    public string? TextBody => GetTextBody(TextFormat.Plain);

    public string? HtmlBody => GetTextBody(TextFormat.Html);

    public IEnumerable<MimeEntity> BodyParts => Body is null ? [] : Leaves(Body);

    public IEnumerable<MimeEntity> Attachments => BodyParts.Where(part => part.IsAttachment);

    internal ParserOptions Options { get; } = ParserOptions.Default;

    public string? GetTextBody(TextFormat format) => Body is null ? null : Multipart.Find(Body, format)?.Text;

    public IList<MailboxAddress> GetRecipients(bool onlyUnique = false)
    {
        var all = To.Mailboxes.Concat(Cc.Mailboxes).Concat(Bcc.Mailboxes);
        return [.. onlyUnique ? all.DistinctBy(m => m.Address, StringComparer.OrdinalIgnoreCase) : all];
    }

    public void Prepare(EncodingConstraint constraint, int maxLineLength = 78) => Body?.Prepare(constraint, maxLineLength);

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(FormatOptions.Default, stream, cancellationToken);

    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        Write(new EntityWriter(options, stream), headersOnly: false);

    public void WriteTo(FormatOptions options, Stream stream, bool headersOnly, CancellationToken cancellationToken = default) =>
        Write(new EntityWriter(options, stream), headersOnly);

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        WriteToAsync(FormatOptions.Default, stream, cancellationToken);

    public async Task WriteToAsync(FormatOptions options, Stream stream, CancellationToken cancellationToken = default)
    {
        var memory = new MemoryStream();
        WriteTo(options, memory, cancellationToken);
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    public override string ToString()
    {
        var memory = new MemoryStream();
        WriteTo(memory);
        return Charsets.Guess(Options, memory.ToArray());
    }

    public void Dispose()
    {
        Body?.Dispose();
        GC.SuppressFinalize(this);
    }

    public static MimeMessage Load(Stream stream, CancellationToken cancellationToken = default) =>
        Load(ParserOptions.Default, stream, cancellationToken);

    public static MimeMessage Load(ParserOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        new MessageParser(options, MessageParser.ReadAll(stream), cancellationToken).ParseMessage();

    public static MimeMessage Load(string fileName, CancellationToken cancellationToken = default) =>
        new MessageParser(ParserOptions.Default, File.ReadAllBytes(fileName)).ParseMessage();

    public static Task<MimeMessage> LoadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        LoadAsync(ParserOptions.Default, stream, cancellationToken);

    public static async Task<MimeMessage> LoadAsync(ParserOptions options, Stream stream, CancellationToken cancellationToken = default)
    {
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        return new MessageParser(options, memory.ToArray(), cancellationToken).ParseMessage();
    }

    internal void Write(EntityWriter writer, bool headersOnly)
    {
        if (Body is not null && !Headers.Contains(HeaderId.MimeVersion) && Body.Headers.Count > 0)
        {
            Headers.Add(HeaderId.MimeVersion, "1.0");
        }

        var merged = Headers.Concat(Body?.Headers ?? []).ToList();
        writer.Headers(merged.TrueForAll(h => h.Offset is not null) ? merged.OrderBy(h => h.Offset) : merged);
        writer.Line("");
        if (!headersOnly)
        {
            Body?.WriteContent(writer);
        }
    }

    private static string Bracketed(string id) => id.StartsWith('<') ? id : $"<{id}>";

    private static IEnumerable<MimeEntity> Leaves(MimeEntity entity) =>
        entity is Multipart multipart ? multipart.SelectMany(Leaves) : [entity];

    private InternetAddressList List(HeaderId id)
    {
        if (!_addresses.TryGetValue(id, out var list))
        {
            var name = HeaderNames.NameOf(id);
            list = new InternetAddressList(Headers
                .Where(h => string.Equals(h.Field, name, StringComparison.OrdinalIgnoreCase))
                .SelectMany(h => new AddressParser(h.Options, h.Latin1).ParseList()));
            _addresses[id] = list;
            list.Changed += (_, _) => OnAddressesChanged(id);
        }

        return list;
    }

    private void OnAddressesChanged(HeaderId id)
    {
        _ownChange = true;
        var header = new Header(id, "");
        header.SetRawValue(HeaderWriter.Tokens(header.Field, _addresses[id].Tokens(FormatOptions.Default)));
        Headers.Replace(header);
        _ownChange = false;
    }

    private void OnReferencesChanged(object? sender, EventArgs e)
    {
        _ownChange = true;
        Headers[HeaderId.References] = _references!.Count == 0 ? null : _references.ToString();
        _ownChange = false;
    }

    private void OnHeadersChanged(object? sender, Header? header)
    {
        if (!_ownChange && header is not null)
        {
            _addresses.Remove(header.Id);
            _references = header.Id == HeaderId.References ? null : _references;
        }
        else if (!_ownChange)
        {
            _addresses.Clear();
            _references = null;
        }
    }
}
