using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;
using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;
using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Cli.Verbs;

/// <summary>Understands texts as the pipeline understands them.</summary>
internal static class ClassifyVerb
{
    private static readonly Argument<string[]> Files = Common.Files("JSONL with {\"id\",\"from\",\"subject\",\"body\"}; standard input when left out.", ArgumentArity.ZeroOrMore);

    internal static Command Make() => new Command("classify", "Reads what customers want out of texts.") { Files, PolicyFiles.Option, ModelFiles.Option }
        .Runs(async (line, output, cancellation) =>
        {
            var policy = PolicyFiles.Read(line);
            var model = ModelFiles.Read(line);
            var all = true;
            await foreach (var (_, text) in JsonLines.ReadAsync(line.GetValue(Files)!, cancellation))
            {
                all &= Classify(text, policy, model, output);
            }

            return all;
        });

    private static bool Classify(string text, SupportPolicy policy, TextModel? model, Output output)
    {
        JsonElement? id = null;
        try
        {
            using var json = JsonDocument.Parse(text);
            id = json.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            var mail = new MailText(Text(json, "from"), Text(json, "subject"), Text(json, "body"));
            Show(output, ClassificationShape.Of(id, Understander.Read(mail, policy, model)), mail.Subject);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            output.Line(new ClassificationFault(id, "The line is no JSON object with texts in from, subject and body."));
            return false;
        }
    }

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void Show(Output output, ClassificationShape shape, string subject)
    {
        if (output.IsJson || output.IsTool)
        {
            output.Line(shape);
            return;
        }

        var table = Grids.Facts($"{shape.Id} {subject}");
        table.Fact("category", $"{shape.Category} ({shape.Confidence:P0}{(shape.Abstain ? ", abstains" : "")})");
        table.Fact("secondary", shape.Secondary);
        table.Fact("priority", shape.Priority);
        table.Fact("language", shape.Language);
        table.Fact("missing", string.Join(", ", shape.Missing));
        table.Fact("evidence", string.Join("\n", shape.Evidence));
        output.Screen.Write(table);
    }
}
