using System.Collections.Concurrent;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Mail.Writing;

/// <summary>Fills the templates beside the policy: <c>templates/{kind}.{zh|en}.{subject|text|html}.hbs</c>.</summary>
/// <remarks>
/// Values reach HTML escaped and text as they are. Beside the mail's own values every template has <c>deskAddress</c>, where the desk is,
/// without a slash at the end. Each file is read and compiled once.
/// </remarks>
public sealed class TemplateRenderer(IOptions<MailroomSettings> settings)
{
    private const int MaxSubject = 250;

    private readonly IHandlebars _escaping = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    private readonly IHandlebars _plain =
        Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<object, object>>> _compiled = new(StringComparer.Ordinal);

    /// <summary>Words one mail.</summary>
    /// <exception cref="MailSendException">A template is missing or broken, or asks for a value that the mail lacks.</exception>
    public RenderedMail Render(OutgoingMail mail)
    {
        var values = new Dictionary<string, object?>(mail.Values, StringComparer.Ordinal)
        {
            ["deskAddress"] = settings.Value.DeskAddress.TrimEnd('/'),
        };
        var name = $"{mail.Kind.ToString().ToLowerInvariant()}.{(mail.Language == ReplyLanguage.Chinese ? "zh" : "en")}";
        var subject = Fill(_plain, $"{name}.subject.hbs", values).ReplaceLineEndings(" ").Trim();
        return new RenderedMail(
            subject.Length <= MaxSubject ? subject : subject[..(MaxSubject - 1)] + "…",
            Fill(_plain, $"{name}.text.hbs", values).Trim() + "\n",
            Fill(_escaping, $"{name}.html.hbs", values).Trim() + "\n");
    }

    private string Fill(IHandlebars handlebars, string file, Dictionary<string, object?> values)
    {
        try
        {
            return _compiled.GetOrAdd(file, f => new(() => Compile(handlebars, f))).Value(values);
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException or IOException or UnauthorizedAccessException)
        {
            // A file mended while we run is taken up by the next try.
            _compiled.TryRemove(file, out _);
            throw new MailSendException(FailureKind.Unwritable, $"The template {file} cannot be used: {e.Message}", e);
        }
    }

    private HandlebarsTemplate<object, object> Compile(IHandlebars handlebars, string file)
    {
        var policy = Path.GetDirectoryName(PolicySource.PathOf(settings.Value)) ?? "";
        return handlebars.Compile(File.ReadAllText(Path.Combine(policy, "templates", file)));
    }
}

/// <summary>The wording of one mail.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML page.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
