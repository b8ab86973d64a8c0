using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Writing.Wording;

/// <summary>A table in plain text: in columns where a line has room for them, else row by row.</summary>
internal static class TextTable
{
    private const int LineWidth = 76;
    private const string Gap = "  ";

    /// <summary>The text of the rows. A header whose cells are empty is left out.</summary>
    internal static string Of(IReadOnlyList<Row> rows)
    {
        IReadOnlyList<Row> told = [.. rows.Where(r => !r.IsHeader || r.Cells.Any(c => c.Length > 0))];
        var columns = told.Count == 0 ? 0 : told.Max(r => r.Cells.Count);
        var widths = Enumerable.Range(0, columns).Select(i => told.Max(r => i < r.Cells.Count ? Width(r.Cells[i]) : 0)).ToList();
        return widths.Sum() + (Gap.Length * (columns - 1)) <= LineWidth
            ? string.Join('\n', told.Select(r => InColumns(r, widths)))
            : string.Join('\n', told.Where(r => !r.IsHeader).Select(OnLines));
    }

    /// <summary>How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two (Unicode Annex 11, W and F).</summary>
    internal static int Width(string text) => text.EnumerateRunes().Sum(r => IsWide(r.Value) ? 2 : 1);

    private static string InColumns(Row row, List<int> widths) =>
        string.Join(Gap, row.Cells.Select((c, i) => c + new string(' ', widths[i] - Width(c)))).TrimEnd();

    private static string OnLines(Row row)
    {
        IReadOnlyList<string> filled = [.. row.Cells.Where(c => c.Length > 0)];
        var rest = string.Join(" | ", filled.Skip(1));
        return new StringBuilder(filled.Count > 0 ? filled[0] : "").Append(rest.Length > 0 ? "\n  " + rest : "").ToString();
    }

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>One row.</summary>
    /// <param name="IsHeader">True for the header.</param>
    /// <param name="Cells">Its cells' words.</param>
    internal sealed record Row(bool IsHeader, IReadOnlyList<string> Cells);
}
