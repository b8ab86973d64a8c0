using System.Collections;
using System.Text;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>The header fields of a mail or part, in order.</summary>
public sealed class HeaderList : IList<Header>
{
    private readonly List<Header> _headers = [];
    private readonly Dictionary<string, Header> _first = new(StringComparer.OrdinalIgnoreCase);

    internal event EventHandler<Header?>? Changed;

    public int Count => _headers.Count;

    public bool IsReadOnly => false;

    public string? this[HeaderId id]
    {
        get => this[HeaderNames.NameOf(id)];
        set => this[HeaderNames.NameOf(id)] = value;
    }

    public string? this[string field]
    {
        get => Find(field)?.Value;
        set
        {
            if (value is null)
            {
                RemoveAll(field);
            }
            else if (Find(field) is { } known)
            {
                known.Value = value;
            }
            else
            {
                Add(field, value);
            }
        }
    }

    public Header this[int index]
    {
        get => _headers[index];
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    public void Add(HeaderId id, string value) => Add(new Header(id, value));

    public void Add(string field, string value) => Add(new Header(field, value));

    public void Add(HeaderId id, Encoding encoding, string value) => Add(new Header(encoding, id, value));

    public void Add(string field, Encoding encoding, string value) => Add(new Header(encoding, field, value));

    public void Add(Header header) => Insert(Count, header);

    public bool Contains(HeaderId id) => IndexOf(id) >= 0;

    public bool Contains(string field) => _first.ContainsKey(field);

    public bool Contains(Header header) => _headers.Contains(header);

    public int IndexOf(HeaderId id) => IndexOf(HeaderNames.NameOf(id));

    public int IndexOf(string field) => _headers.FindIndex(h => Same(h, field));

    public int IndexOf(Header header) => _headers.IndexOf(header);

    public int LastIndexOf(HeaderId id) => LastIndexOf(HeaderNames.NameOf(id));

    public int LastIndexOf(string field) => _headers.FindLastIndex(h => Same(h, field));

    public void Insert(int index, HeaderId id, string value) => Insert(index, new Header(id, value));

    public void Insert(int index, string field, string value) => Insert(index, new Header(field, value));

    public void Insert(int index, Header header)
    {
        _headers.Insert(index, header);
        header.Changed += OnHeaderChanged;
        if (index == Count - 1)
        {
            _first.TryAdd(header.Field, header);
        }
        else
        {
            Recall(header.Field);
        }

        Changed?.Invoke(this, header);
    }

    public bool Remove(HeaderId id) => Remove(HeaderNames.NameOf(id));

    public bool Remove(string field)
    {
        var index = IndexOf(field);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    public bool Remove(Header header)
    {
        var index = IndexOf(header);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        var header = _headers[index];
        header.Changed -= OnHeaderChanged;
        _headers.RemoveAt(index);
        Recall(header.Field);
        Changed?.Invoke(this, header);
    }

    public void RemoveAll(HeaderId id) => RemoveAll(HeaderNames.NameOf(id));

    public void RemoveAll(string field)
    {
        while (Remove(field))
        {
        }
    }

    public void Replace(HeaderId id, string value) => Replace(new Header(id, value));

    public void Replace(string field, string value) => Replace(new Header(field, value));

    public void Replace(Header header)
    {
        var index = IndexOf(header.Field);
        RemoveAll(header.Field);
        Insert(index < 0 ? Count : index, header);
    }

    public void Clear()
    {
        _headers.ForEach(h => h.Changed -= OnHeaderChanged);
        _headers.Clear();
        _first.Clear();
        Changed?.Invoke(this, null);
    }

    public void CopyTo(Header[] array, int arrayIndex) => _headers.CopyTo(array, arrayIndex);

    public IEnumerator<Header> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        WriteTo(FormatOptions.Default, stream, cancellationToken);

    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default)
    {
        var writer = new EntityWriter(options, stream);
        writer.Headers(this);
        writer.Line("");
    }

    public static HeaderList Load(Stream stream, CancellationToken cancellationToken = default) =>
        Load(ParserOptions.Default, stream, cancellationToken);

    public static HeaderList Load(ParserOptions options, Stream stream, CancellationToken cancellationToken = default) =>
        new MessageParser(options, MessageParser.ReadAll(stream)).ParseHeaders();

    internal Header? Find(string field) => _first.GetValueOrDefault(field);

    internal Header? Find(HeaderId id) => Find(HeaderNames.NameOf(id));

    private static bool Same(Header header, string field) => string.Equals(header.Field, field, StringComparison.OrdinalIgnoreCase);

    private void Recall(string field)
    {
        _first.Remove(field);
        if (_headers.Find(h => Same(h, field)) is { } first)
        {
            _first[field] = first;
        }
    }

    private void OnHeaderChanged(object? sender, EventArgs e) => Changed?.Invoke(this, (Header?)sender);
}

/// <summary>Several groups of header fields, as a delivery report has.</summary>
public class HeaderListCollection : ICollection<HeaderList>
{
    private readonly List<HeaderList> _groups = [];

    public int Count => _groups.Count;

    public bool IsReadOnly => false;

    public HeaderList this[int index]
    {
        get => _groups[index];
        set => _groups[index] = value;
    }

    public void Add(HeaderList group) => _groups.Add(group);

    public void Clear() => _groups.Clear();

    public bool Contains(HeaderList group) => _groups.Contains(group);

    public void CopyTo(HeaderList[] array, int arrayIndex) => _groups.CopyTo(array, arrayIndex);

    public bool Remove(HeaderList group) => _groups.Remove(group);

    public IEnumerator<HeaderList> GetEnumerator() => _groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
