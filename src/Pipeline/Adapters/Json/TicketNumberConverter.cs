using System.Text.Json;
using System.Text.Json.Serialization;
using Mailroom.Core.Tickets;

namespace Mailroom.Pipeline.Adapters.Json;

/// <summary>Ticket numbers as people read them.</summary>
public sealed class TicketNumberConverter : JsonConverter<TicketNumber>
{
    /// <inheritdoc/>
    public override TicketNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TicketNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("A ticket number was expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TicketNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
