using System.Collections;

namespace MimeKit;

/// <summary>Message-IDs without angle brackets.</summary>
public class MessageIdList : IList<string>
{
    private readonly List<string> _ids = [];

    internal event EventHandler? Changed;

    public int Count => _ids.Count;

    public bool IsReadOnly => false;

    public string this[int index]
    {
        get => _ids[index];
        set
        {
            _ids[index] = Clean(value);
            OnChanged();
        }
    }

    public void Add(string messageId) => Insert(Count, messageId);

    public void AddRange(IEnumerable<string> items)
    {
        _ids.AddRange(items.Select(Clean));
        OnChanged();
    }

    public void Insert(int index, string messageId)
    {
        _ids.Insert(index, Clean(messageId));
        OnChanged();
    }

    public bool Remove(string messageId)
    {
        var found = _ids.Remove(messageId);
        OnChanged();
        return found;
    }

    public void RemoveAt(int index)
    {
        _ids.RemoveAt(index);
        OnChanged();
    }

    public void Clear()
    {
        _ids.Clear();
        OnChanged();
    }

    public bool Contains(string messageId) => _ids.Contains(messageId);

    public int IndexOf(string messageId) => _ids.IndexOf(messageId);

    public void CopyTo(string[] array, int arrayIndex) => _ids.CopyTo(array, arrayIndex);

    public IEnumerator<string> GetEnumerator() => _ids.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', _ids.Select(id => $"<{id}>"));

    private static string Clean(string id) => id.StartsWith('<') && id.EndsWith('>') ? id[1..^1] : id;

    private void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
}
