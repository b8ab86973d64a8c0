using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Mailroom.Support.Azurite;

namespace Mailroom.Packages.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableEntityTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task A_table_that_exists_is_created_again_without_an_error()
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Notes");

        var first = await table.CreateIfNotExistsAsync();
        var second = await table.CreateIfNotExistsAsync();

        Assert.Equal("Notes", first.Value.Name);
        Assert.Equal("Notes", second.Value.Name);
    }

    [AzuriteFact]
    public async Task A_table_that_exists_is_refused_to_a_plain_create()
    {
        var table = await TableAsync();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal((409, "TableAlreadyExists"), (refusal.Status, refusal.ErrorCode));
    }

    [AzuriteFact]
    public async Task A_second_insert_of_a_row_is_refused_as_existing()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "first" });

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "second" }));

        Assert.Equal(409, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists, refusal.ErrorCode);
        Assert.Equal("first", (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("Text"));
    }

    [AzuriteFact]
    public async Task Of_forty_inserts_at_once_one_wins()
    {
        var table = await TableAsync();

        var wins = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => WinsAsync(table, number)));

        Assert.Equal(1, wins.Count(won => won));
    }

    [AzuriteFact]
    public async Task An_update_with_an_old_etag_is_refused()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Count"] = 1 });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 2 }, read.ETag);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 3 }, read.ETag));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refusal.Status, refusal.ErrorCode));
    }

    [AzuriteFact]
    public async Task The_etag_that_a_write_answers_is_the_one_that_the_row_has()
    {
        var table = await TableAsync();

        var written = await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 1 });

        Assert.Equal((await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag, written.Headers.ETag);
    }

    [AzuriteFact]
    public async Task Merge_keeps_what_it_does_not_name_and_replace_does_not()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "merged") { ["A"] = 1, ["B"] = 2 });
        await table.AddEntityAsync(new TableEntity("p", "replaced") { ["A"] = 1, ["B"] = 2 });

        await table.UpsertEntityAsync(new TableEntity("p", "merged") { ["A"] = 3 }, TableUpdateMode.Merge);
        await table.UpsertEntityAsync(new TableEntity("p", "replaced") { ["A"] = 3 }, TableUpdateMode.Replace);

        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("p", "merged")).Value.GetInt32("B"));
        Assert.Null((await table.GetEntityAsync<TableEntity>("p", "replaced")).Value.GetInt32("B"));
    }

    [AzuriteFact]
    public async Task An_update_of_a_missing_row_is_refused_as_not_found()
    {
        var table = await TableAsync();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.ErrorCode));
    }

    [AzuriteFact]
    public async Task An_update_without_an_etag_is_refused_before_it_is_sent()
    {
        var table = await TableAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [AzuriteFact]
    public async Task A_missing_row_throws_on_get_and_has_no_value_on_get_if_exists()
    {
        var table = await TableAsync();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "none"));
        var nothing = await table.GetEntityIfExistsAsync<TableEntity>("p", "none");

        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.ErrorCode));
        Assert.False(nothing.HasValue);
        Assert.Throws<InvalidOperationException>(() => nothing.Value);
    }

    [AzuriteFact]
    public async Task Deleting_a_missing_row_answers_404_without_an_exception()
    {
        var table = await TableAsync();

        var answer = await table.DeleteEntityAsync("p", "none");

        Assert.Equal(404, answer.Status);
    }

    [AzuriteFact]
    public async Task Deleting_with_an_old_etag_is_refused()
    {
        var table = await TableAsync();
        var first = await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 2 });

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first.Headers.ETag!.Value));

        Assert.Equal(412, refusal.Status);
    }

    [AzuriteTheory]
    [InlineData("it's", "o'clock")]
    [InlineData("t|MR-7K3F-9QXA", "e|0000000001")]
    [InlineData("中文 分区", "行&键=1+1%25")]
    [InlineData("", "")]
    public async Task Keys_come_back_as_they_were_written(string partitionKey, string rowKey)
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Text"] = "here" });

        var read = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        await table.DeleteEntityAsync(read);

        Assert.Equal((partitionKey, rowKey, "here"), (read.PartitionKey, read.RowKey, read.GetString("Text")));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey)).HasValue);
    }

    private static async Task<bool> WinsAsync(TableClient table, int number)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity("p", "claim") { ["Number"] = number });
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.Status == 409)
        {
            return false;
        }
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Notes");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
