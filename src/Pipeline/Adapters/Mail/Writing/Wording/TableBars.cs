using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>Draws charts: in a table's column that is headed "▇", each "3/12" becomes a bar, 3 of its 12 marked. The longest bar fills the column.</summary>
/// <remarks>A bar is made of cells with a background, which every mail program shows, without pictures; in plain text of block characters.</remarks>
internal static class TableBars
{
    /// <summary>What heads a column of bars.</summary>
    internal const string Mark = "▇";

    /// <summary>Puts bars into the tables of a document.</summary>
    internal static void Draw(MarkdownDocument document)
    {
        foreach (var table in document.OfType<Table>())
        {
            var rows = table.OfType<TableRow>().ToList();
            var column = rows.Find(r => r.IsHeader)?.OfType<TableCell>().ToList().FindIndex(c => Words(c) == Mark) ?? -1;
            if (column >= 0)
            {
                Draw(rows, column);
            }
        }
    }

    private static void Draw(List<TableRow> rows, int column)
    {
        var cells = rows.Where(r => r.Count > column).Select(r => (Cell: (TableCell)r[column], r.IsHeader)).ToList();
        var most = cells.Max(c => Parse(Words(c.Cell))?.Whole ?? 0);
        foreach (var (cell, isHeader) in cells)
        {
            var counts = Parse(Words(cell));
            if (isHeader || counts is not null)
            {
                cell.Clear();
                cell.Add(new Bar(counts?.Part ?? 0, counts?.Whole ?? 0, most));
            }
        }
    }

    private static (int Part, int Whole)? Parse(string text) =>
        text.Split('/') is [var part, var whole]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var p)
        && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var w) && p <= w
            ? (p, w)
            : null;

    private static string Words(TableCell cell) =>
        string.Concat(cell.OfType<LeafBlock>().SelectMany(b => b.Inline?.Descendants<LiteralInline>() ?? []).Select(l => l.Content.ToString())).Trim();

    /// <summary>A bar.</summary>
    /// <param name="part">The marked part.</param>
    /// <param name="whole">The whole.</param>
    /// <param name="most">The longest whole of the column.</param>
    internal sealed class Bar(int part, int whole, int most) : LeafBlock(null)
    {
        private const int TextLength = 16;

        /// <summary>The bar in block characters; something is never nothing.</summary>
        internal string Text
        {
            get
            {
                var (marked, rest) = Lengths(TextLength);
                return new string('▇', marked) + new string('░', rest);
            }
        }

        internal (int Marked, int Plain) Lengths(int full)
        {
            var marked = Length(part, full);
            return (marked, Math.Max(Length(whole, full) - marked, whole > part ? 1 : 0));
        }

        private int Length(int count, int full) => count == 0 ? 0 : Math.Max(1, (int)Math.Round((double)count * full / most));
    }

    /// <summary>Writes a bar as HTML.</summary>
    internal sealed class BarRenderer : HtmlObjectRenderer<Bar>
    {
        // Leaves room, should roundings add up to more.
        private const int Full = 98;

        protected override void Write(HtmlRenderer renderer, Bar obj)
        {
            var (marked, rest) = obj.Lengths(Full);
            if (marked + rest == 0)
            {
                return;
            }

            renderer.Write("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" style=\"width:100%;margin:3px 0\"><tr>");
            Cell(renderer, marked, "background:#c0392b");
            Cell(renderer, rest, "background:#7fa8d6");
            Cell(renderer, 100 - marked - rest, "");
            renderer.Write("</tr></table>");
        }

        private static void Cell(HtmlRenderer renderer, int percent, string back)
        {
            if (percent > 0)
            {
                renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<td width=\"{percent}%\" style=\"width:{percent}%;height:14px;line-height:14px;font-size:1px;{back}\">&nbsp;</td>"));
            }
        }
    }
}
