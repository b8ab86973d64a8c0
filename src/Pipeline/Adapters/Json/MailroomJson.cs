using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mailroom.Pipeline.Adapters.Json;

/// <summary>How the house's records are written as JSON in rows and messages.</summary>
public static class MailroomJson
{
    /// <summary>The options: short names in camel case, enums by name, ticket numbers as text, Chinese as it is.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Writes a record.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A {typeof(T).Name} was expected and null was found.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            // Rows and messages are never shown as HTML, and Chinese must not grow sixfold.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(), new TicketNumberConverter(), new PlainValuesConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
