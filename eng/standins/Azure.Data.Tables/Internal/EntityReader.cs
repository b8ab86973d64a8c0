using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>Reads rows from the service's JSON.</summary>
internal static class EntityReader
{
    public static T Read<T>(JsonElement json)
    {
        var properties = Properties(json);
        return typeof(T) == typeof(TableEntity)
            ? (T)(object)new TableEntity(properties)
            : (T)EntityShape.Of(typeof(T)).Create(properties);
    }

    private static Dictionary<string, object> Properties(JsonElement json)
    {
        var types = json.EnumerateObject()
            .Where(property => property.Name.EndsWith(Names.ODataType, StringComparison.Ordinal))
            .ToDictionary(property => property.Name[..^Names.ODataType.Length], property => property.Value.GetString());
        var properties = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == Names.ODataETag || !property.Name.Contains(Names.ODataPrefix, StringComparison.Ordinal))
            {
                var type = types.GetValueOrDefault(property.Name) ?? (property.Name == Names.Timestamp ? "Edm.DateTime" : null);
                properties[property.Name] = Value(property.Value, type);
            }
        }

        return properties;
    }

    private static object Value(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True, _) => true,
        (JsonValueKind.False, _) => false,
        (JsonValueKind.String, "Edm.Int64") => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Double") => EdmText.ParseDouble(value.GetString()),
        (JsonValueKind.String, "Edm.Guid") => Guid.Parse(value.GetString()),
        (JsonValueKind.String, "Edm.DateTime") => EdmText.ParseMoment(value.GetString()),
        (JsonValueKind.String, "Edm.Binary") => Convert.FromBase64String(value.GetString()),
        (JsonValueKind.String, _) => value.GetString(),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.Number, _) => Number(value),
        _ => throw new NotSupportedException($"A table's value cannot be a JSON {value.ValueKind}."),
    };

    private static object Number(JsonElement value) =>
        value.TryGetInt32(out var small) ? (object)small
        : value.TryGetInt64(out var large) ? (object)large
        : value.GetDouble();
}
