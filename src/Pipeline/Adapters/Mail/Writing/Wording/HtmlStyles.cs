using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>Gives each element its looks where it stands: Outlook and many webmails read style attributes and nothing else.</summary>
/// <remarks>The class names are for the dark colours in <c>layout.html</c>, which mail programs that know them take from there.</remarks>
internal static class HtmlStyles
{
    /// <summary>Sets style and class on a whole document. What follows a thematic break is the small print.</summary>
    internal static void Dress(MarkdownDocument document)
    {
        var smallPrint = false;
        foreach (var block in document)
        {
            smallPrint |= block is ThematicBreakBlock;
            Dress(block, smallPrint);
        }
    }

    private static void Dress(Block block, bool small)
    {
        if (block is Table table)
        {
            Dress(table);
        }
        else if (Looks(block, small) is var (style, name))
        {
            Set(block, style, name);
        }

        if (block is LeafBlock leaf)
        {
            foreach (var link in leaf.Inline?.FindDescendants<LinkInline>() ?? [])
            {
                Set(link, "color:#1e5fa8", "link");
            }
        }
        else if (block is ContainerBlock container and not Table)
        {
            foreach (var child in container)
            {
                Dress(child, small);
            }

            if (container is QuoteBlock && container.LastChild is ParagraphBlock last)
            {
                Set(last, "margin:0", "ink");
            }
        }
    }

    private static (string Style, string Name)? Looks(Block block, bool small) => block switch
    {
        HeadingBlock => ("font-size:17px;line-height:1.4;margin:24px 0 6px", "ink"),
        ParagraphBlock when small => ("margin:0 0 6px;font-size:13px;color:#5f6b76", "muted"),
        ParagraphBlock => ("margin:0 0 16px", "ink"),
        ThematicBreakBlock => ("border:0;border-top:1px solid #dfe4e8;margin:24px 0 12px", "rule"),
        ListBlock => ("margin:0 0 16px;padding-left:22px", "ink"),
        _ => null,
    };

    private static void Dress(Table table)
    {
        Set(table, "border-collapse:collapse;margin:0 0 16px;font-size:14px;width:100%", "table");
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Select((c, i) => (c, i)))
            {
                Set(cell, string.Create(CultureInfo.InvariantCulture, $"padding:6px 10px 6px 0;text-align:{Alignment(table, column)};vertical-align:top;{(cell.Any(b => b is TableBars.Bar) ? "width:36%;" : "")}border-bottom:1px solid {(row.IsHeader ? "#cbd2d9" : "#eceff2")}{(row.IsHeader ? ";font-weight:normal;color:#5f6b76" : "")}"), row.IsHeader ? "muted rule" : "ink rule");
                foreach (var link in cell.Descendants<LinkInline>())
                {
                    Set(link, "color:#1e5fa8;white-space:nowrap", "link");
                }
            }
        }

        // The renderer would write a second style attribute for a column's alignment.
        table.ColumnDefinitions.ForEach(d => d.Alignment = null);
    }

    private static string Alignment(Table table, int column) =>
        column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right ? "right" : "left";

    private static void Set(IMarkdownObject element, string style, string name)
    {
        var attributes = element.GetAttributes();
        attributes.Properties?.RemoveAll(p => p.Key == "style");
        attributes.Classes?.Clear();
        attributes.AddProperty("style", style);
        attributes.AddClass(name);
    }
}
