using HandlebarsDotNet;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>A template as its file has it: a line <c>Subject: ...</c>, perhaps a line <c>Preview: ...</c> (what an inbox shows beside the subject), an empty line, then Markdown.</summary>
/// <param name="Subject">Fills the subject, values as they are.</param>
/// <param name="Preview">Fills the preview, values as they are.</param>
/// <param name="Body">Fills the Markdown, values without their markup.</param>
internal sealed record MailTemplate(
    HandlebarsTemplate<object, object> Subject, HandlebarsTemplate<object, object> Preview, HandlebarsTemplate<object, object> Body)
{
    private const string SubjectField = "Subject:";
    private const string PreviewField = "Preview:";

    private static readonly IHandlebars Plain =
        Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    private static readonly IHandlebars Escaping =
        Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new MarkdownEscape() });

    /// <summary>Reads and compiles a template.</summary>
    /// <exception cref="FormatException">It has no subject line, or lets a value in unescaped.</exception>
    /// <exception cref="HandlebarsException">Its Handlebars are broken.</exception>
    internal static MailTemplate Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fields = lines.TakeWhile(l => l.Length > 0).ToList();
        var subject = Field(fields, SubjectField) ?? throw new FormatException("its first lines have no \"Subject: ...\".");
        var body = string.Join('\n', lines.Skip(fields.Count));
        if (body.Contains("{{{", StringComparison.Ordinal) || body.Contains("{{&", StringComparison.Ordinal))
        {
            throw new FormatException("it lets a value in unescaped ({{{...}}} or {{&...}}), which would let a customer's words become markup; write {{...}}.");
        }

        return new(Plain.Compile(subject), Plain.Compile(Field(fields, PreviewField) ?? ""), Escaping.Compile(body));
    }

    private static string? Field(List<string> fields, string name) =>
        fields.FirstOrDefault(f => f.StartsWith(name, StringComparison.Ordinal)) is { } field ? field[name.Length..].Trim() : null;
}
