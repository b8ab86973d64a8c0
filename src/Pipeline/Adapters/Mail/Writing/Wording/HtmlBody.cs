using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>Writes a filled template as the inside of an HTML mail.</summary>
internal static class HtmlBody
{
    /// <summary>The HTML of a document, without the page around it.</summary>
    internal static string Of(MarkdownDocument document)
    {
        HtmlStyles.Dress(document);
        using var html = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        MailMarkdown.SetUp(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new Box());
        renderer.ObjectRenderers.Add(new TableBars.BarRenderer());
        renderer.Render(document);
        return html.ToString().Trim();
    }

    /// <summary>A coloured box: a table cell, because Outlook knows no other.</summary>
    private sealed class Box : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock obj)
        {
            var (name, back, edge) = obj.Kind.ToString().ToUpperInvariant() switch
            {
                "IMPORTANT" => ("good", "#e8f4ee", "#1e7f4f"),
                "WARNING" => ("warning", "#fff6e0", "#c98a00"),
                "CAUTION" => ("danger", "#fdecea", "#c0392b"),
                _ => ("note", "#eaf2fb", "#1e5fa8"),
            };
            renderer.EnsureLine();
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"width:100%;margin:0 0 16px\"><tr><td class=\"box {name}\" style=\"padding:10px 14px;background:{back};border-left:4px solid {edge}\">"));
            renderer.WriteChildren(obj);
            renderer.WriteLine("</td></tr></table>");
        }
    }
}
