using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>Writes a row as the JSON that the service takes, each value with its EDM type.</summary>
internal static class EntityWriter
{
    public static byte[] Write(ITableEntity entity)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Properties(entity))
            {
                Write(json, name, value);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, object>> Properties(ITableEntity entity) =>
        (entity is IDictionary<string, object> map ? map : EntityShape.Of(entity.GetType()).Read(entity))
            .Where(property => property.Key is not Names.Timestamp && !property.Key.StartsWith(Names.ODataPrefix, StringComparison.Ordinal));

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case Enum choice:
                json.WriteString(name, choice.ToString());
                break;
            default:
                var (type, written) = Annotated(name, value);
                json.WriteString(name + Names.ODataType, type);
                json.WriteString(name, written);
                break;
        }
    }

    private static (string Type, string Value) Annotated(string name, object value) => value switch
    {
        long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        ulong number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        Guid id => ("Edm.Guid", id.ToString("D")),
        DateTimeOffset moment => ("Edm.DateTime", EdmText.Moment(moment)),
        DateTime moment => ("Edm.DateTime", EdmText.Moment(moment)),
        byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        BinaryData data => ("Edm.Binary", Convert.ToBase64String(data.ToMemory().Span)),
        _ => throw new NotSupportedException($"Property '{name}' has type {value.GetType()}, which tables cannot hold."),
    };

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + Names.ODataType, "Edm.Double");
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
