using System.Text.Json;
using System.Text.Json.Serialization;
using Mailroom.Core.Understanding;

namespace Mailroom.Cli.Shapes;

/// <summary>What "classify" says about one text. Field names are fixed: tools outside rely on them.</summary>
internal sealed record ClassificationShape(
    JsonElement? Id,
    string Category,
    double Confidence,
    bool Abstain,
    string? Secondary,
    string Priority,
    string Language,
    EntitiesShape Entities,
    IReadOnlyList<string> Missing,
    bool Angry,
    IReadOnlyList<string> Evidence)
{
    internal static ClassificationShape Of(JsonElement? id, MailUnderstanding understood) => new(
        id,
        understood.Category,
        understood.Confidence,
        understood.Abstained,
        understood.Secondary,
        understood.Priority.ToString(),
        LanguageShape.Of(understood.Language),
        EntitiesShape.Of(understood.Entities),
        understood.Missing,
        understood.Angry,
        understood.Evidence);
}

/// <summary>The facts found in a text.</summary>
internal sealed record EntitiesShape(
    [property: JsonPropertyName("transaction_id")] string? TransactionId,
    string? Amount,
    string? Currency,
    string? Time,
    string? Phone,
    string? Card)
{
    internal static EntitiesShape Of(Entities found) =>
        new(found.TransactionId, found.Amount, found.Currency, found.Time, found.Phone, found.Card);
}

/// <summary>A line that "classify" could not read.</summary>
internal sealed record ClassificationFault(JsonElement? Id, string Error);
