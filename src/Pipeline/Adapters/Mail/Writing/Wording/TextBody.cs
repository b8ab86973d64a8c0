using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>Writes a filled template as a plain text that reads as well as the HTML: lists, links with their address, tables in columns.</summary>
internal static class TextBody
{
    /// <summary>The text of a document.</summary>
    internal static string Of(MarkdownDocument document) =>
        string.Join("\n\n", document.Select(b => Block(b).TrimEnd()).Where(b => b.Length > 0)) + "\n";

    private static string Block(Block block) => block switch
    {
        TableBars.Bar bar => bar.Text,
        HeadingBlock heading => Underlined(Words(heading.Inline)),
        LeafBlock leaf and not ThematicBreakBlock => Words(leaf.Inline),
        ThematicBreakBlock => "——",
        ListBlock list => string.Join(list.IsLoose ? "\n\n" : "\n", list.OfType<ListItemBlock>().Select((item, i) => Item(list, item, i))),
        Table table => TextTable.Of([.. table.OfType<TableRow>().Select(Row)]),
        ContainerBlock container => string.Join("\n", container.Select(Block)),
        _ => "",
    };

    private static string Item(ListBlock list, ListItemBlock item, int index)
    {
        var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ") : "- ";
        return mark + string.Join('\n', item.Select(Block)).Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }

    private static TextTable.Row Row(TableRow row) =>
        new(row.IsHeader, [.. row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<LeafBlock>().Select(b => b is TableBars.Bar bar ? bar.Text : Words(b.Inline, inTable: true))))]);

    private static string Underlined(string heading) => heading + "\n" + new string('-', TextTable.Width(heading));

    private static string Words(ContainerInline? inlines, bool inTable = false)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal when !inTable && IsBetweenLinks(literal) => "\n",
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline => "\n",
                CodeInline code => code.Content,
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LinkInline link => Link(Words(link), link.Url ?? "", inTable),
                ContainerInline container => Words(container, inTable),
                _ => "",
            });
        }

        return text.ToString().Trim(' ');
    }

    // Each of several links in a row has a line of its own, for its address is long.
    private static bool IsBetweenLinks(LiteralInline literal) =>
        literal.PreviousSibling is LinkInline && literal.NextSibling is LinkInline && literal.Content.ToString().Trim() == "·";

    // In a table the address would tear the columns apart.
    private static string Link(string words, string url, bool inTable) =>
        inTable || words == url || url.Length == 0 ? words : $"{words}: {url}";
}
