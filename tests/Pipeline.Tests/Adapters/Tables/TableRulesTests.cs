using Azure.Data.Tables;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Tests.Adapters.Tables;

public sealed class TableRulesTests
{
    [Fact]
    public void A_sound_row_passes()
    {
        var fault = Record.Exception(() => TableRules.Check(Row("t|MR-7K3F-9QXA", "e|0000000001")));

        Assert.Null(fault);
    }

    [Theory]
    [InlineData("a/b", "U+002F")]
    [InlineData("a\\b", "U+005C")]
    [InlineData("a#b", "U+0023")]
    [InlineData("a?b", "U+003F")]
    [InlineData("a\u0001b", "U+0001")]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u0085b", "U+0085")]
    public void A_character_that_tables_refuse_is_named(string key, string character)
    {
        var fault = Assert.Throws<TableRuleException>(() => TableRules.Check(Row("p", key)));

        Assert.Contains(character, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_bounded()
    {
        var fault = Assert.Throws<TableRuleException>(() => TableRules.Check(Row(new string('k', 513), "r")));

        Assert.Contains("513", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_has_at_most_252_properties()
    {
        var row = Row("p", "r");
        for (var n = 0; n < 252; n++)
        {
            row[$"P{n}"] = n;
        }

        TableRules.Check(row);
        row["OneMore"] = 1;

        Assert.Contains("253", Assert.Throws<TableRuleException>(() => TableRules.Check(row)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_has_at_most_32768_characters()
    {
        var row = Row("p", "r");
        row["Text"] = new string('字', TableRules.MaxText);
        TableRules.Check(row);
        row["Text"] = new string('字', TableRules.MaxText + 1);

        Assert.Contains("Text", Assert.Throws<TableRuleException>(() => TableRules.Check(row)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_has_at_most_one_mebibyte()
    {
        var row = Row("p", "r");
        for (var n = 0; n < 17; n++)
        {
            row[$"P{n}"] = new string('x', TableRules.MaxText);
        }

        Assert.Contains("1 MiB", Assert.Throws<TableRuleException>(() => TableRules.Check(row)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_stays_in_one_partition()
    {
        var fault = Assert.Throws<TableRuleException>(() => TableRules.Check([Add(Row("a", "1")), Add(Row("b", "2"))]));

        Assert.Contains("one partition", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_names_a_row_once()
    {
        Assert.Throws<TableRuleException>(() => TableRules.Check([Add(Row("a", "1")), Add(Row("a", "1"))]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_transaction_takes_1_to_100_rows(int rows)
    {
        TableTransactionAction[] actions = [.. Enumerable.Range(0, rows).Select(n => Add(Row("a", $"{n}")))];

        Assert.Throws<TableRuleException>(() => TableRules.Check(actions));
    }

    [Fact]
    public void A_transaction_takes_4_mebibytes()
    {
        TableTransactionAction[] actions = [.. Enumerable.Range(0, 10).Select(n => Add(Big($"{n}")))];

        Assert.Contains("4 MiB", Assert.Throws<TableRuleException>(() => TableRules.Check(actions)).Message, StringComparison.Ordinal);
    }

    private static TableEntity Row(string partition, string row) => new(partition, row);

    private static TableEntity Big(string key)
    {
        var row = Row("a", key);
        for (var n = 0; n < 15; n++)
        {
            row[$"P{n}"] = new string('x', TableRules.MaxText);
        }

        return row;
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
