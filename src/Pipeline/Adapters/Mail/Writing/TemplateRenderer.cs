using System.Collections.Concurrent;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Mail.Writing.Wording;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Adapters.Mail.Writing;

/// <summary>Fills the templates beside the policy, <c>templates/{kind}.{zh|en}.md</c>, and puts the HTML into <c>templates/layout.html</c>.</summary>
/// <remarks>
/// A template is Handlebars in Markdown; its values are words and never markup. Beside the mail's own values every template has
/// <c>deskAddress</c>, where the desk is, without a slash at the end. Each file is read and compiled once.
/// </remarks>
public sealed class TemplateRenderer(IOptions<MailroomSettings> settings)
{
    private const int MaxSubject = 250;
    private const string LayoutFile = "layout.html";

    // Only the layout has a place for markup, and only for ours.
    private static readonly IHandlebars Layout = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    private readonly ConcurrentDictionary<string, Lazy<MailTemplate>> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<object, object>>> _layouts = new(StringComparer.Ordinal);

    /// <summary>The file names that every policy needs: each kind of mail in each language, and the layout.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. OutgoingKinds.Mails.SelectMany(k => Enum.GetValues<ReplyLanguage>().Select(l => FileOf(k, l))),
        LayoutFile,
    ];

    /// <summary>The files that a policy lacks, by their whole names.</summary>
    public static IEnumerable<string> Missing(MailroomSettings settings) => Files.Select(f => Path.Combine(FolderOf(settings), f)).Where(f => !File.Exists(f));

    /// <summary>Words one mail.</summary>
    /// <exception cref="MailSendException">A template is missing or broken, or asks for a value that the mail lacks.</exception>
    public RenderedMail Render(OutgoingMail mail)
    {
        var values = new Dictionary<string, object?>(mail.Values, StringComparer.Ordinal)
        {
            ["deskAddress"] = settings.Value.DeskAddress.TrimEnd('/'),
        };
        var file = FileOf(mail.Kind, mail.Language);
        var (subject, preview, markdown) = Filled(file, _templates, MailTemplate.Parse, t => (t.Subject(values), t.Preview(values), t.Body(values)));
        var line = subject.ReplaceLineEndings(" ").Trim();
        return new RenderedMail(
            line.Length <= MaxSubject ? line : line[..(MaxSubject - 1)] + "…",
            TextBody.Of(MailMarkdown.Read(markdown)),
            Page(mail.Language, line, preview, HtmlBody.Of(MailMarkdown.Read(markdown))));
    }

    private static string FileOf(OutgoingKind kind, ReplyLanguage language) =>
        $"{kind.ToString().ToLowerInvariant()}.{(language == ReplyLanguage.Chinese ? "zh" : "en")}.md";

    private string Page(ReplyLanguage language, string title, string preview, string content) =>
        Filled(LayoutFile, _layouts, text => Layout.Compile(text), layout => layout(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["language"] = language == ReplyLanguage.Chinese ? "zh-CN" : "en",
            ["title"] = title,
            ["preview"] = preview.Trim(),
            ["content"] = content,
        })).Trim() + "\n";

    private TResult Filled<TTemplate, TResult>(
        string file, ConcurrentDictionary<string, Lazy<TTemplate>> known, Func<string, TTemplate> compile, Func<TTemplate, TResult> fill)
    {
        try
        {
            return fill(known.GetOrAdd(file, f => new(() => compile(File.ReadAllText(Path.Combine(FolderOf(settings.Value), f))))).Value);
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException or FormatException or IOException or UnauthorizedAccessException)
        {
            // A file mended while we run is taken up by the next try.
            known.TryRemove(file, out _);
            throw new MailSendException(FailureKind.Unwritable, $"The template {file} cannot be used: {e.Message}", e);
        }
    }

    private static string FolderOf(MailroomSettings settings) => Path.Combine(Path.GetDirectoryName(PolicySource.PathOf(settings)) ?? "", "templates");
}

/// <summary>The wording of one mail.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML page.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
