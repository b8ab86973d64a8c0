using Markdig;
using Markdig.Syntax;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>The Markdown that templates are written in: CommonMark with tables and coloured boxes (<c>> [!WARNING]</c>), without raw HTML.</summary>
internal static class MailMarkdown
{
    // Chinese text puts no spaces around **emphasis**; plain CommonMark misses some of it there.
    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAlertBlocks()
        .UseCjkFriendlyEmphasis()
        .Build();

    /// <summary>Reads a filled template once; text and HTML are both written from what was read, so that they say the same.</summary>
    internal static MarkdownDocument Read(string markdown)
    {
        var document = Markdown.Parse(markdown, Dialect);
        TableBars.Draw(document);
        return document;
    }

    /// <summary>Makes a renderer know this dialect.</summary>
    internal static void SetUp(Markdig.Renderers.IMarkdownRenderer renderer) => Dialect.Setup(renderer);
}
