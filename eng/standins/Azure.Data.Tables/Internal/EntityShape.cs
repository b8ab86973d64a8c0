using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Internal;

/// <summary>How the properties of a row's type and those of the table belong together.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Type _type;
    private readonly List<(string Name, PropertyInfo Property)> _properties = [];

    private EntityShape(Type type)
    {
        _type = type;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(IgnoreDataMemberAttribute)))
            {
                _properties.Add((property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property));
            }
        }

        foreach (var property in typeof(ITableEntity).GetProperties().Where(own => _properties.All(found => found.Property.Name != own.Name)))
        {
            _properties.Add((property.Name, property));
        }
    }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, one => new EntityShape(one));

    public Dictionary<string, object> Read(ITableEntity entity) => _properties
        .Where(property => property.Property.CanRead && property.Property.PropertyType != typeof(ETag))
        .ToDictionary(property => property.Name, property => property.Property.GetValue(entity));

    public object Create(Dictionary<string, object> values)
    {
        var entity = Activator.CreateInstance(_type);
        foreach (var (name, property) in _properties.Where(property => property.Property.CanWrite))
        {
            var key = property.PropertyType == typeof(ETag) ? Names.ODataETag : name;
            if (values.TryGetValue(key, out var value))
            {
                property.SetValue(entity, value is null ? null : Fit(property, value));
            }
        }

        return entity;
    }

    private static object Fit(PropertyInfo property, object value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            string text when type == typeof(ETag) => new ETag(text),
            string text when type.IsEnum => Enum.Parse(type, text),
            DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
            DateTimeOffset moment when type == typeof(string) => EdmText.Moment(moment),
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            int number when type == typeof(long) => (long)number,
            int number when type == typeof(double) => (double)number,
            long number when type == typeof(ulong) => (ulong)number,
            _ => throw new InvalidOperationException($"Property '{property.Name}' is of type {property.PropertyType}, but the table holds a {value.GetType()}."),
        };
    }
}
