using Spectre.Console;

namespace Mailroom.Cli.Running;

/// <summary>Tables for people; nothing of what a mail holds is taken for markup.</summary>
internal static class Grids
{
    /// <summary>A table of names and values.</summary>
    internal static Table Facts(string title) =>
        new Table { Title = new TableTitle(Markup.Escape(Clean(title))), Border = TableBorder.Rounded, ShowHeaders = false }
            .AddColumn(new TableColumn("").NoWrap()).AddColumn("");

    /// <summary>Adds a value; an empty one is left out.</summary>
    internal static void Fact(this Table table, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            table.AddRow(new Text(name, new Style(Color.Grey)), new Text(Clean(value)));
        }
    }

    /// <summary>A table with these columns.</summary>
    internal static Table Of(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    internal static void Row(this Table table, params string?[] cells) => table.AddRow(cells.Select(c => new Text(Clean(c ?? ""))));

    // A mail's text may hold escape sequences that steer a terminal.
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c == '\n'));
}
