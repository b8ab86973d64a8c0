using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mailroom.Pipeline.Adapters.Json;

/// <summary>A template's values: what is read back is texts, numbers, truths, lists and dictionaries, as templates want them.</summary>
public sealed class PlainValuesConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? Values(document.RootElement)
            : throw new JsonException("An object of values was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, item, item?.GetType() ?? typeof(object), options);
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, object?> Values(JsonElement element) =>
        element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value), StringComparer.Ordinal);

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => Values(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw new JsonException($"A {element.ValueKind} is no value for a template."),
    };
}
