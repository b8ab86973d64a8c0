using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>The addresses of a header field.</summary>
public class InternetAddressList : IList<InternetAddress>, IEquatable<InternetAddressList>
{
    private readonly List<InternetAddress> _list = [];

    public InternetAddressList()
    {
    }

    public InternetAddressList(IEnumerable<InternetAddress> addresses) => AddRange(addresses);

    internal event EventHandler? Changed;

    /// <summary>All mailboxes, those inside groups too.</summary>
    public IEnumerable<MailboxAddress> Mailboxes => _list.SelectMany(a => a switch
    {
        MailboxAddress mailbox => [mailbox],
        GroupAddress group => group.Members.Mailboxes,
        _ => [],
    });

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public InternetAddress this[int index]
    {
        get => _list[index];
        set
        {
            _list[index].Changed -= OnChanged;
            _list[index] = value;
            value.Changed += OnChanged;
            OnChanged(this, EventArgs.Empty);
        }
    }

    public void Add(InternetAddress address) => Insert(Count, address);

    public void AddRange(IEnumerable<InternetAddress> addresses)
    {
        foreach (var address in addresses)
        {
            _list.Add(address);
            address.Changed += OnChanged;
        }

        OnChanged(this, EventArgs.Empty);
    }

    public void Insert(int index, InternetAddress address)
    {
        _list.Insert(index, address);
        address.Changed += OnChanged;
        OnChanged(this, EventArgs.Empty);
    }

    public bool Remove(InternetAddress address)
    {
        var index = IndexOf(address);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        _list[index].Changed -= OnChanged;
        _list.RemoveAt(index);
        OnChanged(this, EventArgs.Empty);
    }

    public void Clear()
    {
        _list.ForEach(a => a.Changed -= OnChanged);
        _list.Clear();
        OnChanged(this, EventArgs.Empty);
    }

    public int IndexOf(InternetAddress address) => _list.IndexOf(address);

    public bool Contains(InternetAddress address) => _list.Contains(address);

    public void CopyTo(InternetAddress[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public IEnumerator<InternetAddress> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(InternetAddressList? other) => other is not null && _list.SequenceEqual(other._list);

    public override bool Equals(object? obj) => Equals(obj as InternetAddressList);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.Join(", ", _list);

    public static bool TryParse(string text, [NotNullWhen(true)] out InternetAddressList? addresses) =>
        TryParse(ParserOptions.Default, text, out addresses);

    public static bool TryParse(ParserOptions options, string text, [NotNullWhen(true)] out InternetAddressList? addresses)
    {
        var list = new AddressParser(options, InternetAddress.Latin1Of(text)).ParseList();
        addresses = list.Count > 0 ? new InternetAddressList(list) : null;
        return addresses is not null;
    }

    public static bool TryParse(ParserOptions options, byte[] buffer, [NotNullWhen(true)] out InternetAddressList? addresses)
    {
        var list = new AddressParser(options, Charsets.Latin1.GetString(buffer)).ParseList();
        addresses = list.Count > 0 ? new InternetAddressList(list) : null;
        return addresses is not null;
    }

    public static InternetAddressList Parse(string text) =>
        TryParse(text, out var list) ? list : throw new ParseException("No addresses.", 0, 0);

    internal IEnumerable<string> Tokens(FormatOptions options)
    {
        for (var i = 0; i < _list.Count; i++)
        {
            var tokens = _list[i].Tokens(options).ToList();
            if (i + 1 < _list.Count)
            {
                tokens[^1] += ",";
            }

            foreach (var token in tokens)
            {
                yield return token;
            }
        }
    }

    private void OnChanged(object? sender, EventArgs e) => Changed?.Invoke(this, EventArgs.Empty);
}
