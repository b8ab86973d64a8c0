using System.Collections;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its properties.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
    {
        _properties = [];
    }

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values)
    {
        _properties = values is null ? [] : new Dictionary<string, object>(values);
    }

    public string PartitionKey
    {
        get => GetString(Names.PartitionKey);
        set => _properties[Names.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(Names.RowKey);
        set => _properties[Names.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(Names.Timestamp);
        set => _properties[Names.Timestamp] = value;
    }

    public ETag ETag
    {
        get => GetString(Names.ODataETag) is { } tag ? new ETag(tag) : default;
        set => _properties[Names.ODataETag] = value.ToString();
    }

    public ICollection<string> Keys => _properties.Keys;

    public int Count => _properties.Count;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => Set(key, value);
    }

    public string GetString(string key) => this[key] switch
    {
        DateTimeOffset moment => EdmText.Moment(moment),
        DateTime moment => EdmText.Moment(moment),
        var value => Take<string>(value),
    };

    public BinaryData GetBinaryData(string key) =>
        this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Take<BinaryData>(this[key]);

    public byte[] GetBinary(string key) =>
        this[key] is BinaryData data ? data.ToArray() : Take<byte[]>(this[key]);

    public bool? GetBoolean(string key) => Take<bool?>(this[key]);

    public DateTime? GetDateTime(string key) =>
        this[key] is DateTimeOffset moment ? moment.UtcDateTime : Take<DateTime?>(this[key]);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        this[key] is DateTime moment ? new DateTimeOffset(moment) : Take<DateTimeOffset?>(this[key]);

    public double? GetDouble(string key) => Take<double?>(this[key]);

    public Guid? GetGuid(string key) => Take<Guid?>(this[key]);

    public int? GetInt32(string key) => Take<int?>(this[key]);

    public long? GetInt64(string key) => this[key] is int small ? small : Take<long?>(this[key]);

    public void Add(string key, object value) => Set(key, value);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);

    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private static T Take<T>(object value) => value switch
    {
        null => default,
        T fits => fits,
        _ => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {value.GetType()} typed property."),
    };

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (value is not null && _properties.GetValueOrDefault(key) is { } existing && !Interchangeable(existing, value))
        {
            throw new InvalidOperationException($"Cannot return {existing.GetType()} type for a {value.GetType()} typed property.");
        }

        _properties[key] = value;
    }

    private static bool Interchangeable(object existing, object value) =>
        existing.GetType() == value.GetType() || (existing, value) is
            (DateTime or DateTimeOffset, DateTime or DateTimeOffset) or
            (byte[] or BinaryData, byte[] or BinaryData) or
            (int or long or double, int or long or double);
}
