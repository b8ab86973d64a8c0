using Azure.Data.Tables;
using Mailroom.Support.Azurite;

namespace Mailroom.Packages.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableQueryTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task More_than_a_thousand_rows_come_over_several_pages()
    {
        var table = await TableAsync();
        await FillAsync(table, 1_050);

        var pages = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"p"}")).AsPages().ToListAsync();

        Assert.Equal([1_000, 50], pages.Select(page => page.Values.Count));
        Assert.NotNull(pages[0].ContinuationToken);
        Assert.Null(pages[1].ContinuationToken);
    }

    [AzuriteFact]
    public async Task Every_row_comes_once_and_in_order_however_small_the_pages()
    {
        var table = await TableAsync();
        await FillAsync(table, 25);

        var rows = await table.QueryAsync<TableEntity>(maxPerPage: 7).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 25).Select(Key), rows.Select(row => row.RowKey));
    }

    [AzuriteFact]
    public async Task A_continuation_token_goes_on_where_its_page_ended()
    {
        var table = await TableAsync();
        await FillAsync(table, 10);
        var first = await table.QueryAsync<TableEntity>().AsPages(pageSizeHint: 4).FirstAsync();

        var second = await table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken, pageSizeHint: 3).FirstAsync();

        Assert.Equal([Key(4), Key(5), Key(6)], second.Values.Select(row => row.RowKey));
    }

    [AzuriteFact]
    public async Task A_query_without_hits_has_one_empty_page()
    {
        var table = await TableAsync();

        var pages = await table.QueryAsync<TableEntity>("PartitionKey eq 'nobody'").AsPages().ToListAsync();

        Assert.Empty(Assert.Single(pages).Values);
    }

    [AzuriteTheory]
    [InlineData("it's")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("充值 & 提现 + 50%")]
    public async Task A_filter_quotes_what_is_put_into_it(string text)
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "hit") { ["Text"] = text });
        await table.AddEntityAsync(new TableEntity("p", "miss") { ["Text"] = "other" });

        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Text eq {text}")).ToListAsync();

        Assert.Equal("hit", Assert.Single(rows).RowKey);
    }

    [AzuriteFact]
    public async Task A_filter_compares_each_type_as_that_type()
    {
        var table = await TableAsync();
        var at = new DateTimeOffset(2026, 2, 14, 1, 30, 0, TimeSpan.Zero).AddMilliseconds(7);
        var id = Guid.NewGuid();
        await table.AddEntityAsync(new TableEntity("p", "hit") { ["At"] = at, ["Ticks"] = 5_000_000_000L, ["Id"] = id, ["Open"] = true, ["Count"] = 3 });

        // Azurite compares moments by the millisecond, Azure by the tick.
        await table.AddEntityAsync(new TableEntity("p", "early") { ["At"] = at.AddMilliseconds(-1), ["Ticks"] = 5_000_000_000L, ["Id"] = id, ["Open"] = true, ["Count"] = 3 });

        var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(
            $"At ge {at} and Ticks eq {5_000_000_000L} and Id eq {id} and Open eq {true} and Count lt {4}")).ToListAsync();

        Assert.Equal("hit", Assert.Single(rows).RowKey);
    }

    [Fact]
    public void A_filter_is_written_as_the_protocol_wants_it()
    {
        var at = new DateTimeOffset(2026, 2, 14, 9, 30, 0, TimeSpan.FromHours(8));

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"o'clock"} and n eq {5} and l eq {5L} and b eq {false} and at eq {at}");

        Assert.StartsWith("PartitionKey eq 'o''clock' and n eq 5 and l eq 5L and b eq false and at eq datetime'2026-02-14T01:30:00", filter, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task The_tables_of_an_account_are_listed()
    {
        var service = new TableServiceClient(azurite.NewAccount());
        await service.CreateTableIfNotExistsAsync("Ledger");
        await service.CreateTableIfNotExistsAsync("Due");

        var names = await service.QueryAsync().Select(table => table.Name).ToListAsync();

        Assert.Equal(["Due", "Ledger"], names.Order(StringComparer.Ordinal));
    }

    private static string Key(int number) => $"r{number:D5}";

    private static async Task FillAsync(TableClient table, int rows)
    {
        foreach (var batch in Enumerable.Range(0, rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch.Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", Key(number)))));
        }
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Notes");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
