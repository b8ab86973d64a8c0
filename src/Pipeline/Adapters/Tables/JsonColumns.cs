using System.Globalization;
using Azure.Data.Tables;

namespace Mailroom.Pipeline.Adapters.Tables;

/// <summary>Long JSON in a row: split over columns, since one column takes 32,768 characters.</summary>
public static class JsonColumns
{
    private const string Column = "Json";

    /// <summary>Writes the columns.</summary>
    public static void Write(TableEntity row, string json)
    {
        for (var (start, n) = (0, 0); start < json.Length; start += TableRules.MaxText, n++)
        {
            row[NameOf(n)] = json.Substring(start, Math.Min(TableRules.MaxText, json.Length - start));
        }
    }

    /// <summary>Reads the columns.</summary>
    public static string Read(TableEntity row)
    {
        var json = row.GetString(Column) ?? "";
        for (var n = 1; row.TryGetValue(NameOf(n), out var more) && more is string text; n++)
        {
            json += text;
        }

        return json;
    }

    private static string NameOf(int n) => n == 0 ? Column : Column + n.ToString(CultureInfo.InvariantCulture);
}
